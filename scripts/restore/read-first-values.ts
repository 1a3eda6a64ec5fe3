import type { ChangedRoom, ChatroomPlace } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { exitCodes, ExpectedError } from '../exit-codes';
import { atPace, type Pace } from './at-pace';
import { patientPatch, type Outcome } from './patient-patch';
import { keepAliveAgent } from './put-back';
import { valueOf } from './value-of';

export interface FirstValues {
  readonly rooms: readonly ChangedRoom[];
  /** Chatrooms whose value is not known, counted by the reason. */
  readonly unread: ReadonlyMap<string, number>;
}

/**
 * Reads what chatrooms hold before anything changes them, with `{}` (ledger entry 9). Throws an error with exit code 3
 * where the target answers none of the first requests.
 */
export async function readFirstValues(
  target: Target,
  places: readonly ChatroomPlace[],
  { pace, signal }: { readonly pace: Pace; readonly signal: AbortSignal },
): Promise<FirstValues> {
  const rooms: ChangedRoom[] = [];
  const unread = new Map<string, number>();
  const agent = keepAliveAgent(target);
  let answers = 0;
  let failures = 0;
  let lastReason = '';
  try {
    await atPace(places, pace, async (place) => {
      const outcome = await patientPatch(target, { ...place, body: {} }, { agent, signal });
      if (signal.aborted) return 'stop';
      if (outcome.answered) answers++;
      else [failures, lastReason] = [failures + 1, outcome.reason];
      const value = valueOf(outcome);
      if (value !== undefined) rooms.push({ ...place, value });
      else unread.set(reasonOf(outcome), (unread.get(reasonOf(outcome)) ?? 0) + 1);
      return answers === 0 && failures >= pace.concurrency ? 'stop' : 'go on';
    });
  } finally {
    agent.destroy();
  }
  if (answers === 0 && failures > 0) {
    throw new ExpectedError(
      exitCodes.unusableTarget,
      `the target ${target.name} cannot be used: no chatroom could be read, so nothing was changed. ${lastReason}`,
    );
  }
  return { rooms, unread };
}

function reasonOf(outcome: Outcome): string {
  if (!outcome.answered) return 'no answer';
  return outcome.status === 200 ? '200 without a value' : `answered ${outcome.status}`;
}
