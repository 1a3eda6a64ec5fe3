import fc from 'fast-check';

import { aChatroom } from './fixtures';
import { looksRight } from './quick-check';

const value = '2023-10-06T13:41:09.123Z';
const looks = (body: unknown, indent?: number): boolean =>
  looksRight(JSON.stringify(body, null, indent), 301, value);

it.each([
  '2023-10-06T13:41:09.123Z',
  '2023-10-06T13:41:09.123000Z',
  '2023-10-06T13:41:09.123+00:00',
  '2023-10-06T13:41:09.123000+00:00',
])('takes %s as the value sent', (established_dialogue) => {
  expect(looks(aChatroom({ established_dialogue }))).toBe(true);
});

it('takes indented JSON', () => {
  expect(looks(aChatroom(), 2)).toBe(true);
});

it.each([
  ['another id', { id_chatroom: 302 }],
  ['an id that only begins alike', { id_chatroom: 3011 }],
  ['an id as a string', { id_chatroom: '301' }],
  ['another value', { established_dialogue: '2023-10-06T13:41:09.124Z' }],
  ['a value with more digits', { established_dialogue: '2023-10-06T13:41:09.1230001Z' }],
  ['a value in another offset', { established_dialogue: '2023-10-06T13:41:09.123+02:00' }],
  ['no value', { established_dialogue: null }],
])('looks closer at %s', (_name, changed) => {
  expect(looks(aChatroom(changed))).toBe(false);
});

it("looks closer at another's id where the body does not begin with its own", () => {
  const { id_chatroom, ...rest } = aChatroom();
  expect(looks({ ...rest, id_chatroom })).toBe(true);
  expect(looks({ ...rest, id_chatroom: 302 })).toBe(false);
  expect(looks({ ambassadors: [{ chatroom_pivot_data: [{ id_chatroom: 8 }] }], id_chatroom })).toBe(false);
});

it('looks closer at a value that stands there twice, and at a body that was cut off', () => {
  const twice = { ...aChatroom(), last_summary: { established_dialogue: value } };
  expect(looks(twice)).toBe(false);
  expect(looksRight(JSON.stringify(aChatroom()).slice(0, -3), 301, value)).toBe(false);
});

it('looks closer at an array of one', () => {
  expect(looks([aChatroom()])).toBe(false);
});

it('never throws and never ends up in a loop, whatever the body is', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (body, chatroom) => {
      expect(looksRight(body, chatroom, value)).toBe(false);
    }),
  );
});
