import type { Exchange } from '../exchange/exchange';
import { allRejected } from '../rejected-exchanges';
import type { Room } from '../rooms';
import { sentValue } from '../sent-value';
import { suite } from '../suite';
import { changed } from './changed';
import { compareInstant } from './compare-instant';
import type { Difference } from './differences';
import { stateObligationOf } from './state-obligation';

/**
 * A value that only a rejected request has sent, and that is in the chatroom, was stored by it, at once or late, out of a queue:
 * a violation, which needs no second try. Whether there was one.
 *
 * @param first what is looked at before everything that the run saw rejected
 */
export function isStoredByRejected(
  difference: Difference,
  room: Room,
  first: readonly Exchange[] = [],
): boolean {
  if (difference.pointer !== '/established_dialogue') return false;
  for (const exchange of [...first, ...allRejected()]) {
    const obligation = stateObligationOf(exchange);
    const sent = sentValue(exchange.request);
    if (obligation === undefined || sent === undefined) continue;
    if (compareInstant(sent, difference.after) === 'different') continue;
    suite.collector.add([changed(obligation, difference, room)], exchange);
    return true;
  }
  return false;
}
