import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

import type { RestoreJournal } from '../../contracts/support/state/restore-journal';
import type { ChangedRoom } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { atPace, type Pace } from './at-pace';
import { patientPatch } from './patient-patch';

/** What became of one chatroom. */
export interface PutBack {
  readonly outcome: 'put-back' | 'refused' | 'unusable';
  /** One line that says so; with what to do by hand where it was not put back. */
  readonly line: string;
}

/** The journal is written anew for every so many chatrooms, rather than for each. */
const settledAtOnce = 200;

/**
 * Gives the chatrooms of a journal the values back that they had, one after the other unless a pace says otherwise, and
 * settles those that took them. Ends with the first request that gets no answer, or has its token refused: the others
 * would fare no better.
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
    await atPace(journal.rooms, pace, async (room) => {
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
  if (status === 200) return { outcome: 'put-back', line: `${place} has ${value} again` };
  return { outcome: status === 401 ? 'unusable' : 'refused', line: `${was}: the API answered ${status}` };
}
