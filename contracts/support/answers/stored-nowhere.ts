import type { NamedObligationId } from '../../obligations/catalogue';
import type { Exchange } from '../exchange/exchange';
import { broken } from '../judge/finding';
import { show } from '../judge/show';
import { sentValue } from '../sent-value';
import { otherRooms } from '../rooms';
import { rejectedExchanges } from '../rejected-exchanges';
import { compareInstant } from '../state/compare-instant';
import { chatroomOf, readExchange } from '../state/read-room';
import { suite } from '../suite';

const pointer = '/established_dialogue';

/**
 * Reads the chatrooms that no rejected request named: a value that only one of them has sent is there only if it was stored,
 * although the answer says otherwise (ledger entry 18).
 */
export async function expectStoredNowhere(obligation: NamedObligationId): Promise<void> {
  const rejected = rejectedExchanges(Number(obligation.slice(0, 3)));
  // Where any PATCH reaches other chatrooms, it is not the rejection that does it.
  if (rejected.length === 0 || suite.collector.isViolated('200/state/other-chatrooms')) return;
  for (const room of otherRooms) {
    const value = chatroomOf(await readExchange(room))?.established_dialogue;
    const exchange = rejected.find((one) => isOf(one, value));
    if (exchange === undefined) continue;
    const finding = broken({
      obligation,
      cause: 'stored-elsewhere',
      message: `the value of a request that was rejected is in chatroom ${room.chatroom} (brand ${room.brand})`,
      pointer,
      received: show(value),
      documented: 'a rejected request changes no chatroom',
    });
    suite.collector.add([finding], exchange);
  }
}

function isOf(exchange: Exchange, value: unknown): boolean {
  const sent = sentValue(exchange);
  return sent !== undefined && compareInstant(sent, value) === 'same';
}
