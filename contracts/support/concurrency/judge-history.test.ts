import { anExchange } from '../../testing/an-exchange';
import { heldIn, violationsIn } from '../../testing/findings';
import { judgeHistory } from './judge-history';
import type { RecordedOperation, Register } from './register';

const initial = '2020-01-01T00:00:00.5Z';
const sent = '2021-01-01T00:00:00.25Z';
const other = '2022-01-01T00:00:00.75Z';
const exchange = anExchange();

const write = (value: string, startedAtMs: number, endedAtMs: number): RecordedOperation => ({
  kind: 'write',
  ...{ value, startedAtMs, endedAtMs, exchange },
});
const read = (value: string, startedAtMs: number, endedAtMs: number): RecordedOperation => ({
  kind: 'read',
  ...{ value, startedAtMs, endedAtMs, exchange },
});

const aRegister = (operations: RecordedOperation[], changes: Partial<Register> = {}): Register => ({
  ...{ room: { brand: 3, chatroom: 8 }, initial, alone: exchange, isAstray: false },
  ...{ operations, sent: [sent, other], ...changes },
});

const findings = (register: Register): ReturnType<typeof judgeHistory>[number]['finding'][] =>
  judgeHistory(register).map(({ finding }) => finding);

it.each([
  ['as sent', sent],
  ['with an offset', '2021-01-01T02:00:00.250+02:00'],
  ['without its fraction', '2021-01-01T00:00:00Z'],
])('knows a value that is answered %s', (_name, answered) => {
  const register = aRegister([read(initial, 0, 1), write(sent, 2, 3), read(answered, 4, 5)]);
  expect(heldIn(findings(register))).toEqual([
    '200/concurrency/linearizable',
    '200/concurrency/linearizable',
  ]);
});

it('says which read of which chatroom saw what, and what it contradicts', () => {
  const register = aRegister([write(sent, 10, 11), read('2020-01-01T00:00:00Z', 12, 13)]);
  expect(violationsIn(findings(register))).toMatchObject([
    {
      obligation: '200/concurrency/linearizable',
      cause: 'overwritten-value',
      message: `chatroom 8 (brand 3): a read (2.0 to 3.0 ms) saw ${initial}, the value before all writes, although the write of ${sent} (0.0 to 1.0 ms) had ended`,
      received: `"${initial}"`,
    },
  ]);
});

it('tells a value that nobody sent apart', () => {
  const register = aRegister([read('1999-01-01T00:00:00Z', 0, 1)]);
  expect(violationsIn(findings(register))).toMatchObject([{ cause: 'unwritten-value' }]);
});

it('allows a write that was not answered, seen or not', () => {
  const register = aRegister([write(sent, 0, Infinity), read(initial, 1, 2), read(sent, 3, 4)]);
  expect(violationsIn(findings(register))).toEqual([]);
});

it.each([
  ['a value that is no date-time', aRegister([read('soon', 0, 1)])],
  ["answers that were others'", aRegister([read('1999-01-01T00:00:00Z', 0, 1)], { isAstray: true })],
])('says nothing about %s', (_name, register) => {
  expect(findings(register)).toEqual([]);
});
