import type { RestoreJournal } from '../../contracts/support/state/restore-journal';
import type { ChangedRoom } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { likelyCause } from '../target/likely-cause';
import { sendPatch, timeLimitMs } from '../target/send-patch';

/** What became of one chatroom. */
export interface PutBack {
  readonly outcome: 'put-back' | 'refused' | 'unusable';
  /** One line that says so; with what to do by hand where it was not put back. */
  readonly line: string;
}

/**
 * Gives the chatrooms of a journal the values back that they had, one after the other, and settles those that took
 * them. Ends with the first request that gets no answer, or has its token refused: the others would fare no better.
 */
export async function putBack(
  target: Target,
  journal: RestoreJournal,
  signal?: AbortSignal,
): Promise<PutBack[]> {
  const done: PutBack[] = [];
  for (const room of journal.rooms) {
    const one = await putBackOne(target, room, signal);
    if (one.outcome === 'put-back') journal.settle(room);
    done.push(one);
    if (one.outcome === 'unusable') break;
  }
  return done;
}

async function putBackOne(target: Target, room: ChangedRoom, signal?: AbortSignal): Promise<PutBack> {
  const { brand, chatroom, value } = room;
  const place = `chatroom ${chatroom} of brand ${brand}`;
  const was = `${place} was not put back; its established_dialogue was ${value}`;
  try {
    const body = { established_dialogue: value };
    const response = await sendPatch(target, { brand, chatroom, body }, signal);
    const status = response.statusCode ?? 0;
    response.destroy();
    if (status === 200) return { outcome: 'put-back', line: `${place} has ${value} again` };
    const outcome = status === 401 ? 'unusable' : 'refused';
    return { outcome, line: `${was}: the API answered ${status}` };
  } catch (error) {
    return { outcome: 'unusable', line: `${was}: ${likelyCause(error, target.baseUrl, timeLimitMs)}` };
  }
}
