import type { Operation } from '../../linearizability/history';
import type { Exchange } from '../exchange/exchange';
import { compareInstant } from '../state/compare-instant';
import type { Room } from '../rooms';

/** An operation of a burst. A read's value is as it was answered. */
export interface RecordedOperation extends Operation {
  readonly exchange: Exchange;
}

/** The value of a chatroom as a register, and all that bursts did to it. */
export interface Register {
  readonly room: Room;
  /** The value before the first burst, as it was sent. */
  readonly initial: string;
  /** A PATCH of this chatroom with nothing else under way: what is wrong with it is no matter of concurrency. */
  readonly alone: Exchange;
  readonly operations: RecordedOperation[];
  /** The values of all PATCHes, answered or not. */
  readonly sent: string[];
  /** Set by an answer that was another request's: what reads were answered proves nothing then. */
  isAstray: boolean;
}

/** Which of the values an answer shows, digits below a second aside. */
export function shownValue(values: readonly string[], answered: unknown): string | undefined {
  return values.find((value) => ['same', 'lost-digits'].includes(compareInstant(value, answered)));
}
