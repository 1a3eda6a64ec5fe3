import { aChatroom, anAmbassador } from '../../testing/a-chatroom';
import { judgeOnline } from './online';

const obligation = '200/body/ambassadors/*/online/rule';
const nowMs = Date.UTC(2024, 0, 1, 12);
const seconds = (count: number): string => new Date(nowMs - count * 1_000).toISOString();

function judgeOne(online: unknown, last_action_date: unknown): ReturnType<typeof judgeOnline> {
  return judgeOnline(aChatroom({ ambassadors: [anAmbassador({ online, last_action_date })] }), nowMs);
}

it.each([
  [true, 0],
  [true, 239.999],
  [true, -60],
  [false, 360.001],
  [false, 86_400],
])('online: %p is right %d s after the last action', (online, age) => {
  expect(judgeOne(online, seconds(age))).toEqual([{ kind: 'held', obligation }]);
});

it.each([
  [false, 0, 'not-online'],
  [false, 239.999, 'not-online'],
  [true, 360.001, 'online'],
  [true, 86_400, 'online'],
])('online: %p is wrong %d s after the last action', (online, age, cause) => {
  expect(judgeOne(online, seconds(age))).toMatchObject([
    { kind: 'broken', obligation, cause, pointer: '/ambassadors/0/online', received: String(online) },
  ]);
});

it.each([240, 300, 360, -61, -86_400])('either is right %d s after the last action', (age) => {
  expect([judgeOne(true, seconds(age)), judgeOne(false, seconds(age))]).toEqual([[], []]);
});

it.each([
  ['yes', seconds(0)],
  [undefined, seconds(0)],
  [null, seconds(0)],
  [false, undefined],
  [false, null],
  [false, nowMs],
  [false, '2024-01-01 12:00:00'],
])('leaves online: %p with last_action_date %p to the schema', (online, lastAction) => {
  expect(judgeOne(online, lastAction)).toEqual([]);
});

it.each([undefined, null, {}, [null, 7, 'Ada']])('leaves ambassadors %j to the schema', (ambassadors) => {
  expect(judgeOnline(aChatroom({ ambassadors }), nowMs)).toEqual([]);
});

it('compares instants, whatever their offset', () => {
  expect(judgeOne(true, '2024-01-01T13:59:00+02:00')).toEqual([{ kind: 'held', obligation }]);
});

it('names the first ambassador that is wrong', () => {
  const wrong = anAmbassador({ online: true });
  const ambassadors = [anAmbassador(), wrong, wrong];
  expect(judgeOnline(aChatroom({ ambassadors }), nowMs)).toMatchObject([
    { kind: 'broken', pointer: '/ambassadors/1/online' },
  ]);
});
