import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import { compareInstant } from '../../contracts/support/state/compare-instant';
import type { RestoreJournal } from '../../contracts/support/state/restore-journal';
import type { ChangedRoom } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { atPace, type Pace } from './at-pace';
import { patientPatch } from './patient-patch';
import { valueOf } from './value-of';

/** What became of one chatroom. */
export interface PutBack {
  readonly outcome: 'put-back' | 'refused' | 'unusable';
  /** One line that says so; with what to do by hand where it was not put back. */
  readonly line: string;
}

/** A value is set, and read again. */
const requestsEach = 2;

/** The journal is written anew for every so many chatrooms, rather than for each. */
const settledAtOnce = 200;

/**
 * Gives the chatrooms of a journal the values back that they had, one after the other unless a pace says otherwise, and
 * settles those that a later read shows to have them. Ends with the first request that gets no answer, or has its token
 * refused: the others would fare no better.
 */
export async function putBack(
  target: Target,
  journal: RestoreJournal,
  { signal, pace = { concurrency: 1 } }: { readonly signal?: AbortSignal; readonly pace?: Pace } = {},
): Promise<PutBack[]> {
  const done: PutBack[] = [];
  let settled: ChangedRoom[] = [];
  const settle = (): void => {
    try {
      journal.settle(...settled);
    } catch {
      // A full disk: the journal names chatrooms that are put back already, which harms nobody.
    }
    settled = [];
  };
  const agent = keepAliveAgent(target);
  try {
    await atPace(journal.rooms, putBackPace(pace), async (room) => {
      if (signal?.aborted === true) return 'stop';
      const one = await putBackOne(target, room, agent, signal);
      if (one.outcome === 'put-back') settled.push(room);
      if (settled.length >= settledAtOnce) settle();
      done.push(one);
      return one.outcome === 'unusable' ? 'stop' : 'go on';
    });
  } finally {
    settle();
    agent.destroy();
  }
  return done;
}

/** How many chatrooms are put back in a second where requests keep a pace. */
export function putBackPace({ ratePerSecond, ...pace }: Pace): Pace {
  return ratePerSecond === undefined ? pace : { ...pace, ratePerSecond: ratePerSecond / requestsEach };
}

/** Connections are made once, and not for each chatroom. */
export function keepAliveAgent({ baseUrl }: Target): HttpAgent {
  const AgentOf = baseUrl.startsWith('https:') ? HttpsAgent : HttpAgent;
  return new AgentOf({ keepAlive: true });
}

async function putBackOne(
  target: Target,
  { brand, chatroom, value }: ChangedRoom,
  agent: HttpAgent,
  signal: AbortSignal | undefined,
): Promise<PutBack> {
  const place = `chatroom ${chatroom} of brand ${brand}`;
  const was = `${place} was not put back; its established_dialogue was ${value}`;
  const patch = { brand, chatroom, body: { established_dialogue: value } };
  const result = await patientPatch(target, patch, { agent, signal });
  if (!result.answered) return { outcome: 'unusable', line: `${was}: ${result.reason}` };
  const { status } = result;
  if (status !== 200)
    return { outcome: status === 401 ? 'unusable' : 'refused', line: `${was}: the API answered ${status}` };
  // That it was answered does not say that it was stored.
  const read = await patientPatch(target, { brand, chatroom, body: {} }, { agent, signal });
  if (!read.answered) return { outcome: 'unusable', line: `${was}: ${read.reason}` };
  const now = valueOf(read);
  if (now === value || compareInstant(value, now) !== 'different')
    return { outcome: 'put-back', line: `${place} has ${value} again` };
  const shown = now ?? (read.status === 200 ? 'no value' : `the status ${read.status}`);
  return { outcome: 'refused', line: `${was}: the API answered 200, and a later read shows ${shown}` };
}
