import { aChatroom, anAmbassador } from '../../testing/a-chatroom';
import { foreignDataIn } from './foreign-data';

const state = aChatroom({
  ambassadors: [null, anAmbassador({ email: 'ada@example.org', customer_id: 'customer-42' })],
  last_summary: { summary: 'They talked about "shoes"' },
});

it.each([
  ["an ambassador's email", { message: 'no', chatroom: { ambassadors: [{ email: 'ada@example.org' }] } }],
  ["an ambassador's customer_id", [{ customer_id: 'customer-42' }]],
  ['its last summary', { summary: 'They talked about "shoes"' }],
])('sees %s', (what, body) => {
  expect(foreignDataIn(JSON.stringify(body), state)).toBe(what);
});

it.each([
  ['a refusal', '{"message":"Not found","id":8}'],
  ['a part of a text', '{"message":"mail ada@example.org"}'],
  ['no body', ''],
])('sees nothing in %s', (_, text) => {
  expect(foreignDataIn(text, state)).toBeUndefined();
});

it.each([
  ['no ambassadors', aChatroom({ ambassadors: [], last_summary: {} })],
  ['no list of them', aChatroom({ ambassadors: 7, last_summary: null })],
  [
    'short texts',
    aChatroom({ ambassadors: [anAmbassador({ email: '', customer_id: 'c' })], last_summary: {} }),
  ],
])('sees nothing of a chatroom with %s', (_, one) => {
  expect(foreignDataIn('{"email":"","customer_id":"c","summary":"text"}', one)).toBeUndefined();
});
