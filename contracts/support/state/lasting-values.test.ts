import { LastingValues } from './lasting-values';

const room = { brand: 3, chatroom: 301 };
const [kept, other] = ['2024-02-03T04:05:06Z', '2020-01-01T00:00:00Z'];

let taken = 0;
let values: LastingValues;
beforeEach(() => {
  taken = 0;
  values = new LastingValues(() => taken);
  values.noteKept(room, kept, 1_000);
});

it('notices once that a kept value is another, and after what time', () => {
  values.noteShown(room, kept, 1_100);
  values.noteShown(room, other, 1_250);
  values.noteShown(room, '2021-01-01T00:00:00Z', 1_300);
  expect(values.losses).toEqual([{ room, afterMs: 250 }]);
  expect(values.rooms).toEqual([]);
});

it.each([
  ['the same instant in another form', '2024-02-03T06:05:06+02:00'],
  ['what is no text', null],
])('takes %s for no loss', (_, shown) => {
  values.noteShown(room, shown);
  expect(values.losses).toEqual([]);
  expect(values.rooms).toEqual([room]);
});

it('says nothing of a chatroom that a request may have changed since', () => {
  taken = 1;
  expect(values.rooms).toEqual([]);
  values.noteShown(room, other);
  expect(values.losses).toEqual([]);
});

it('says nothing of a chatroom that has not kept a value', () => {
  values.noteShown({ ...room, brand: 4 }, other);
  expect(values.losses).toEqual([]);
});
