import type { NamedObligationId } from '../obligations/catalogue';
import { documentedStatuses, recordChoice } from '../support/answers/choices';
import { expectSomeAnswer, expectSomeAnswers, type OddRequest } from '../support/answers/odd-requests';
import { freshInstant } from '../support/fresh-instant';
import { obligation, obligationsSeen } from '../support/obligation';
import { room } from '../support/rooms';
import { suite } from '../support/suite';
import { expectEachKept, expectKept, roomsForValues } from '../support/values';
import { mistypedBodies } from './ignored-fields';
import { inBetweenDateTimes, oddDateTimes, type OddDateTime } from './date-times';

const { chatroom, brand } = room;
const { token } = suite.target;
const nested = `${'['.repeat(500)}${']'.repeat(500)}`;

function inArabicDigits(id: number): string {
  return String(id).replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)));
}

/** Odd but harmless requests, by the id under which the observed status is recorded. */
const oddRequests: readonly OddRequest[] = [
  { id: 'content-type/absent', title: 'no Content-Type', variation: { contentType: null } },
  { id: 'content-type/text', title: 'Content-Type: text/plain', variation: { contentType: 'text/plain' } },
  {
    id: 'content-type/form',
    title: 'Content-Type: application/x-www-form-urlencoded',
    variation: { contentType: 'application/x-www-form-urlencoded' },
  },
  {
    id: 'content-type/charset',
    title: 'Content-Type: application/json; charset=utf-8',
    variation: { contentType: 'application/json; charset=utf-8' },
  },
  ...[
    ['upper-case', 'APPLICATION/JSON'],
    ['latin-1', 'application/json; charset=iso-8859-1'],
    ['json-api', 'application/vnd.api+json'],
    ['xml', 'application/xml'],
    ['multipart', 'multipart/form-data; boundary=parts'],
  ].map(([id = '', contentType = '']) => ({
    id: `content-type/${id}`,
    title: `Content-Type: ${contentType}`,
    variation: { contentType },
  })),
  { id: 'content-type/unknown', title: 'Content-Type: nonsense', variation: { contentType: 'nonsense' } },
  {
    id: 'scheme/lower-case',
    title: 'the scheme bearer in lower case',
    variation: { authorization: `bearer ${token}` },
  },
  {
    id: 'brand/repeated',
    title: 'a repeated brand header',
    variation: { brand: [String(brand), String(brand)] },
  },
  { id: 'brand/leading-zero', title: 'a brand with a leading zero', variation: { brand: `0${brand}` } },
  { id: 'id/leading-zero', title: 'an id with a leading zero', variation: { id: `0${chatroom}` }, chatroom },
  {
    id: 'id/other-digits',
    title: 'an id in the digits of another script',
    // Routers and parsers of several languages take all of Unicode's digits.
    variation: { id: encodeURIComponent(inArabicDigits(chatroom)) },
    chatroom,
  },
  { id: 'id/zero', title: 'the id 0', variation: { id: '0' }, chatroom: 0 },
  { id: 'id/long', title: 'an id of 1,000 characters', variation: { id: 'x'.repeat(1_000) } },
  { id: 'id/encoded', title: 'an id of an encoded emoji', variation: { id: '%F0%9F%92%AC' } },
  {
    id: 'id/nul',
    title: 'an id with a NUL behind it',
    variation: { id: `${chatroom}%00` },
    chatroom,
    ofProxies: [400],
  },
  {
    id: 'id/digits',
    title: 'an id of 10,000 digits',
    variation: { id: '8'.repeat(10_000) },
    ofProxies: [400, 413, 414, 431],
  },
  {
    id: 'brand/digits',
    title: 'a brand of 10,000 digits',
    variation: { brand: '8'.repeat(10_000) },
    ofProxies: [400, 413, 431],
  },
  { id: 'query', title: 'an undocumented query', variation: { id: `${chatroom}?page=1` }, chatroom },
  { id: 'body/none', title: 'no body', variation: { body: null } },
  { id: 'body/byte-order-mark', title: 'a byte order mark before {}', variation: { body: '\ufeff{}' } },
  {
    id: 'body/repeated-name',
    title: 'an undocumented field twice',
    variation: { body: '{"unknown":1,"unknown":2}' },
  },
  {
    id: 'body/prototype',
    title: 'a field that is named __proto__',
    variation: { body: '{"__proto__":{}}' },
  },
  {
    id: 'body/operators',
    title: 'fields that databases take for operators and paths',
    variation: { body: '{"$set":1,"a.b":1,"a[b]":1}' },
  },
  {
    id: 'body/many-fields',
    title: 'a hundred undocumented fields',
    variation: {
      body: JSON.stringify(Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`f${n}`, n]))),
    },
  },
  { id: 'body/space', title: 'a body of white space', variation: { body: ' \n' } },
  {
    id: 'body/nested',
    title: 'a field with 500 nested arrays',
    variation: { body: `{"unknown":${nested}}` },
  },
  {
    id: 'body/long-name',
    title: 'a field name of 10 kB',
    variation: { body: `{"${'x'.repeat(10_240)}":1}` },
  },
  {
    id: 'body/large',
    title: 'a field of 70 kB',
    variation: { body: `{"unknown":"${'x'.repeat(70_000)}"}` },
    ofProxies: [400, 413],
  },
  {
    id: 'body/unicode',
    title: 'a field name of emoji and controls',
    variation: { body: '{"\\u0000💬\\ud800":"\\u202e"}' },
  },
];

/** Sent only where read-only fields are ignored: what an API takes of these would be hard to put right. */
const mistypedRequests: readonly OddRequest[] = Object.entries(mistypedBodies).map(([name, body]) => ({
  id: `body/mistyped-${name}`,
  title: `read-only fields of another type: ${Object.keys(body).join(', ')}`,
  variation: { body },
}));

describe('every answer', () => {
  obligation('any/answer/status', async () => {
    const areIgnored = !suite.collector.isViolated('200/state/read-only-fields');
    await expectSomeAnswers(
      [...oddRequests, ...(areIgnored ? mistypedRequests : [])].map(({ variation, ...one }) => ({
        ...one,
        variation: { body: {}, ...variation },
      })),
    );
    await expectOddTypes();
    for (const odd of oddDateTimes.filter(({ meant }) => meant === undefined)) {
      const variation = { body: { established_dialogue: odd.value } };
      await expectSomeAnswer({ id: `value/${odd.name}`, title: `the value ${odd.value}`, variation });
    }
    const value = JSON.stringify(freshInstant());
    const body = `{"established_dialogue":${value},"established_dialogue":${value}}`;
    await expectSomeAnswer({ id: 'body/repeated-value', title: 'a value twice', variation: { body } });
  });

  obligation('any/answer/in-between-value', async () => {
    // A plain value first: where even that is not kept, these tell nothing new.
    await expectKept({
      value: freshInstant(),
      status: '200/status',
      answered: '200/value/answered',
      stored: '200/value/stored',
    });
    const isKept = (kind: string): boolean => !suite.collector.isViolated(`200/date-time/${kind}`);
    const instants = oddDateTimes.filter(
      ({ meant, needs = [] }) => meant !== undefined && needs.every(isKept),
    );
    await expectKeptOrRefused(inBetweenDateTimes, 'any/answer/in-between-value', [200, 422]);
    await expectKeptOrRefused(instants, 'any/answer/status', documentedStatuses);
  });

  obligationsSeen([
    'any/answer/complete',
    'any/answer/stack-trace',
    'any/answer/file-path',
    'any/answer/token',
  ]);
});

/** A value under other types: as JSON in UTF-8 it is kept, or refused; what is not plainly JSON may also be passed over. */
async function expectOddTypes(): Promise<void> {
  const any = 'any/answer/status';
  const [charset, value] = ['application/json; charset=utf-8', freshInstant()];
  const variant = `a value as ${charset}`;
  const shared = { status: any, statuses: documentedStatuses, answered: any, stored: any, variant } as const;
  const { response } = await expectKept({ value, request: { contentType: charset }, ...shared });
  const status = response?.status ?? 0;
  if (documentedStatuses.includes(status))
    recordChoice('content-type/charset, a value', variant, status, documentedStatuses);
  for (const [name, contentType] of [
    ['upper-case', 'APPLICATION/JSON'],
    ['text', 'text/plain'],
    ['absent', null],
  ] as const) {
    const body = { established_dialogue: freshInstant() };
    const title = `a value as ${contentType ?? 'no type'}`;
    await expectSomeAnswer({ id: `content-type/${name}, a value`, title, variation: { body, contentType } });
  }
}

/** Values that may be refused, and must be kept as their instants where they are not. */
async function expectKeptOrRefused(
  values: readonly OddDateTime[],
  obligation: NamedObligationId,
  statuses: readonly number[],
): Promise<void> {
  const id = 'any/answer/in-between-value';
  const roomFor = roomsForValues();
  const exchanges = await expectEachKept(
    values.map(({ name, value, meant }, index) => ({
      value,
      meant,
      room: roomFor(index),
      status: obligation,
      statuses,
      answered: id,
      stored: id,
      variant: name,
    })),
  );
  for (const [index, { name, value }] of values.entries()) {
    const status = exchanges[index]?.response?.status ?? 0;
    if (statuses.includes(status)) recordChoice(`value/${name}`, `the value ${value}`, status, statuses);
  }
}
