import { parseDateTime } from '../schemas/formats/date-time';
import type { Chatroom } from '../schemas/generated/types';
import { startReference, type Reference } from './start-reference';
import { createTestClient, dialogue, type TestClient, type TestRequest } from './testing/exchange';

let reference: Reference;
let client: TestClient;

beforeEach(async () => {
  reference = await startReference();
  client = createTestClient(reference.baseUrl);
});

afterEach(async () => {
  client.close();
  await reference.close();
});

async function chatroom(request: TestRequest = {}): Promise<Chatroom> {
  return JSON.parse((await client.send(request)).text) as Chatroom;
}

const aValue = '2024-02-29T10:00:00.000001Z';

it.each([
  ['2023-10-06 13:41:09.123', '2023-10-06T13:41:09.123000Z'],
  ['2023-10-06T13:41:09.123456+02:00', '2023-10-06T11:41:09.123456Z'],
  ['1969-12-31T23:59:59.5Z', '1969-12-31T23:59:59.500000Z'],
  ['2024-02-29t10:00:00z', '2024-02-29T10:00:00.000000Z'],
  ['2024-02-29T10:00:00.123456789Z', '2024-02-29T10:00:00.123456789Z'],
  ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000000Z'],
])('answers and keeps %s as %s', async (sent, answered) => {
  expect((await chatroom({ body: dialogue(sent) })).established_dialogue).toBe(answered);
  expect((await chatroom()).established_dialogue).toBe(answered);
});

it.each(['9999-12-31T23:59:59.9-23:59', '0000-01-01T00:00:00+23:59'])(
  'answers %s, which leaves the four-digit years in UTC, as the same instant',
  async (sent) => {
    const { established_dialogue } = await chatroom({ body: dialogue(sent) });
    expect(parseDateTime(established_dialogue)).toEqual(parseDateTime(sent));
  },
);

it('changes nothing but the value', async () => {
  const before = await chatroom();
  const after = await chatroom({
    body: JSON.stringify({
      established_dialogue: aValue,
      id_chatroom: 1,
      source: '9',
      ambassadors: [],
      x: 1,
    }),
  });
  const timeless = ({ ambassadors, ...rest }: Chatroom): unknown => ({
    ...rest,
    ambassadors: ambassadors.map((ambassador) => ({ ...ambassador, last_action_date: '' })),
  });
  expect(timeless(after)).toEqual(
    timeless({ ...before, established_dialogue: '2024-02-29T10:00:00.000001Z' }),
  );
});

it('leaves other chatrooms as they were', async () => {
  const other = { path: '/chat/chatrooms/302' };
  const { established_dialogue } = await chatroom(other);
  await chatroom({ body: dialogue(aValue) });
  expect((await chatroom(other)).established_dialogue).toBe(established_dialogue);
});

it.each([
  ['401', { authorization: 'Bearer nobody' }],
  ['403 for a token', { authorization: 'Bearer reference-token-without-permission' }],
  ['403 for a foreign brand', { 'x-popsell-brand': '4' }],
  ['422', { 'x-popsell-brand': 'abc' }],
])('keeps a chatroom as it was on %s', async (_name, headers) => {
  const { established_dialogue } = await chatroom();
  await client.send({ headers, body: dialogue(aValue) });
  expect((await chatroom()).established_dialogue).toBe(established_dialogue);
});

it('shows an ambassador online exactly when they acted less than 5 minutes ago', async () => {
  const { ambassadors } = await chatroom();
  const recent = ambassadors.map((one) => Date.now() - Date.parse(one.last_action_date) < 300_000);
  expect(ambassadors.map(({ online }) => online)).toEqual(recent);
  expect(new Set(recent)).toEqual(new Set([true, false]));
});

it('gives every instance fresh data', async () => {
  const second = await startReference();
  const secondClient = createTestClient(second.baseUrl);
  await chatroom({ body: dialogue(aValue) });
  const { text } = await secondClient.send();
  secondClient.close();
  await second.close();
  expect((JSON.parse(text) as Chatroom).established_dialogue).not.toBe(aValue);
});
