import { aChatroom } from '../../testing/a-chatroom';
import { anExchange } from '../../testing/an-exchange';
import type { Exchange } from '../exchange/exchange';
import { judgeOtherFields } from './judge-other-fields';
import type { RecordedOperation, Register } from './register';

const plain = anExchange({ body: aChatroom() });
const withRating = (value: number): Exchange =>
  anExchange({ body: aChatroom({ last_rating: { value, comment: 'Great ambassador' } }) });

const operation = (exchange: Exchange): RecordedOperation => ({
  kind: 'read',
  value: '2023-10-06T13:41:09.123Z',
  startedAtMs: 0,
  endedAtMs: 1,
  exchange,
});

const aRegister = (shown: readonly Exchange[], changes: Partial<Register> = {}): Register => ({
  room: { brand: 3, chatroom: 8 },
  initial: '2023-10-06T13:41:09.123Z',
  alone: plain,
  operations: shown.map(operation),
  sent: [],
  isAstray: false,
  ...changes,
});

it("names the field of another chatroom's that an answer shows under load", () => {
  const strange = withRating(1);
  expect(judgeOtherFields(aRegister([plain, strange, plain]))).toEqual([
    {
      exchange: strange,
      finding: {
        kind: 'broken',
        obligation: '200/concurrency/own-answer',
        cause: 'other-fields',
        message: 'chatroom 8 (brand 3): /last_rating/value is 1 with other requests under way, and 5 alone',
        pointer: '/last_rating/value',
        received: '1',
        documented: '5, which it was before and afterwards',
      },
    },
  ]);
});

it.each([
  ['answers that are alike', aRegister([plain, plain])],
  [
    'a value, which histories judge',
    aRegister([anExchange({ body: aChatroom({ established_dialogue: '2020-01-01T00:00:00Z' }) }), plain]),
  ],
  ['what somebody changed meanwhile', aRegister([withRating(1), withRating(1)])],
  ['what somebody changed twice', aRegister([withRating(1), withRating(2)])],
  ["answers that were others' altogether", aRegister([withRating(1), plain], { isAstray: true })],
  ['a last answer that is no chatroom', aRegister([withRating(1), anExchange({ status: 500 })])],
])('says nothing about %s', (_name, register) => {
  expect(judgeOtherFields(register)).toEqual([]);
});
