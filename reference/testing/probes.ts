import { dialogue, type TestRequest } from './exchange';

const brand = (text: string | undefined): TestRequest => ({ headers: { 'x-popsell-brand': text } });
const id = (text: string): TestRequest => ({ path: `/chat/chatrooms/${text}` });
const body = (text: string): TestRequest => ({ body: text });
const value = (sent: unknown): TestRequest => ({ body: dialogue(sent) });
const credentials = (authorization: string | undefined): TestRequest => ({ headers: { authorization } });

const readsOfAll = [id('301'), id('302'), { ...id('400'), ...brand('4') }, { ...id('402'), ...brand('4') }];
const aValue = dialogue('2024-11-05T17:20:30.654321Z');
const forbiddenToken = 'Bearer reference-token-without-permission';

const refused: readonly TestRequest[] = [
  credentials(undefined),
  credentials('Bearer nobody'),
  credentials('Basic reference-token'),
  credentials('reference-token'),
  credentials('Digest reference-token'),
  credentials('Bearerx reference-token'),
  credentials(`Basic ${Buffer.from('reference-token:').toString('base64')}`),
  credentials('Bearer toString'),
  credentials(`Bearer ${'x'.repeat(3_000)}`),
  { headers: { authorization: 'Bearer nobody', 'x-popsell-brand': '4' }, ...id('400') },
  ...[
    'null',
    'Reference-Token',
    'xeference-token',
    'reference-tokenx',
    'reference-toke',
    'reference-tokex',
  ].map((token) => credentials(`Bearer ${token}`)),
  credentials(forbiddenToken),
  brand(undefined),
  ...[
    '',
    'abc',
    '3.5',
    '3abc',
    '"3"',
    '[3]',
    'abc3',
    '3;4',
    '3-4',
    '*',
    '0',
    '12',
    '-3',
    '4294967299',
    '12345678901234567890',
  ].map(brand),
  brand('4'),
  // 301, cut to 32 and to 64 bits.
  ...['4294967597', '18446744073709551917'].map(id),
  ...[
    '999999999',
    '8abc',
    '301abc',
    '301,302',
    '9007199254741595',
    '-301',
    'abc',
    '0x12d',
    '0o455',
    '12345678901234567890',
    '1'.repeat(300),
  ].map(id),
];

const bodies = ['', '{', '[]', '"text"', 'null', '7', '['.repeat(600), `{"x":"${'x'.repeat(120_000)}"}`];

const values = [
  ...[
    true,
    7,
    null,
    [],
    {},
    '',
    'soon',
    'x'.repeat(5_000),
    '2023-10-06',
    '1696599669',
    '2023-02-30T10:00:00Z',
    '2023-11-31T10:00:00Z',
    '2022-06-07T10:00:07.1234567Z',
  ],
  ...[
    '2023-00-01T10:00:00Z',
    '2023-10-32T10:00:00Z',
    '2023/10/06 13:41:09',
    '13:41:09',
    [null],
    ['2023-10-06T13:41:09Z', '2023-10-07T13:41:09Z'],
    '0',
    'today',
    '2023-10-06Z',
    '2023-13-06 13:41:09.123',
    '2023-10',
    '0000-00-00 00:00:00',
    '2023-10-06T13:41:09\u221202:00',
  ],
  ...[
    '2023-10-06 13:41:09.123',
    '2024-02-29T10:00:00Z',
    '2023-03-26T02:30:00Z',
    '2023-10-06T23:41:09.5+02:30',
    '1960-05-04T03:02:01.5Z',
  ],
  ...['2090-05-04T15:02:01.000001-05:45', '9999-12-31T23:59:59Z', '0001-01-01T00:00:00.123456789Z'],
];

const anyAccept = { accept: '*/*' };
const readOnly = {
  source: '2',
  type_chatroom: 0,
  type_discussion: 0,
  date_insert: '2001-01-01T00:00:00Z',
  last_message_date: '2001-01-01T00:00:00Z',
  last_rating: { value: 1 },
  last_summary: { topic: 1 },
};

/** Writes of one chatroom at once: of different values, each to be answered with its own. */
const atOnce = [1, 2, 3, 4].map((day) => value(`2024-01-0${day}T00:00:00Z`));
/** Some of which are rejected: for the body, for the brand, and the first and the last for its token. */
const withoutToken = { ...credentials(undefined), ...value('2024-01-07T00:00:00Z') };
const mixedAtOnce = [
  withoutToken,
  value('2024-01-05T00:00:00Z'),
  value('2024-01-06T00:00:00Z'),
  value(true),
  { ...brand('abc'), ...value('2024-01-07T00:00:00Z') },
  withoutToken,
];
/** Reads that are under way when a write comes. */
const readsAndWrite = [{}, {}, value('2024-03-04T00:00:00Z')];
const sameAtOnce = atOnce.map(() => value('2024-03-03T00:00:00Z'));

/**
 * What the tests ask an instance, so that each fault shows in at least one answer: groups of requests
 * that are sent at once, one group after the other.
 */
export const probes: readonly (readonly TestRequest[])[] = [
  ...oneByOne([
    ...readsOfAll,
    credentials(undefined),
    value('soon'),
    value('2023-10-06T13:41:09.654321Z'),
    {},
  ]),
  ...[
    atOnce,
    mixedAtOnce,
    [{}],
    sameAtOnce,
    [{}],
    [value('2024-04-04T00:00:00Z')],
    [{}, {}],
    readsAndWrite,
    [{}],
    [id('301'), id('302'), id('301'), id('302')],
    [value('soon'), value('soon'), value('soon'), value('2024-04-05T00:00:00Z')],
    [{}],
  ],
  ...oneByOne([
    ...readsOfAll,
    ...refused.map((request) => ({ ...request, body: aValue })),
    ...readsOfAll,
    ...[...bodies.map(body), ...values.map(value)].flatMap((request) => [request, {}, {}]),
    ...readsOfAll,
    value('2024-02-29T10:00:00Z'),
    value('2024-02-29T10:00:00Z'),
    body(JSON.stringify(readOnly)),
    body(JSON.stringify({ ambassadors: [{ id_ambassador: 3010, firstname: 'Merged' }], firstname: 'Taken' })),
    credentials(forbiddenToken),
    brand(undefined),
    { headers: { 'content-type': undefined } },
    { headers: { 'content-type': 'text/plain' } },
    credentials('bearer reference-token'),
    brand('03'),
    { headers: anyAccept },
    { headers: { ...anyAccept, 'accept-encoding': 'gzip' } },
    { headers: { ...anyAccept, authorization: undefined } },
    { headers: anyAccept, body: '[]' },
    { ...credentials(undefined), path: '/chat/chatrooms/999999999' },
    { ...credentials(undefined), body: '{' },
    { ...credentials(undefined), body: dialogue(7) },
    { headers: { authorization: undefined, 'x-popsell-brand': 'abc' } },
    { ...credentials(forbiddenToken), body: '{' },
    { path: '/chat/chatrooms/999999999', body: '{' },
    value('2024-02-29T10:00:00'),
    value('2016-12-31T23:59:60Z'),
    ...['20231112T101112Z', '2023-11-11T10:11Z', ' 2023-11-15T10:11:12Z'].map(value),
    id('0'),
    body('{"last_rating":{"note":"taken"}}'),
    ...['403', '419'].map((chatroom) => ({ ...id(chatroom), ...brand('4') })),
    body(JSON.stringify({ establishedDialogue: '2024-06-06T00:00:00Z' })),
    body(JSON.stringify({ data: { established_dialogue: '2024-06-07T00:00:00Z' } })),
    body(JSON.stringify({ id_chatroom: 302, established_dialogue: '2024-06-08T00:00:00Z' })),
    body('{/**/}'),
    body(JSON.stringify({ ambassadors: [{ id_ambassador: 3010, image: 'taken', chatroom_pivot_data: [] }] })),
    body('{"id_brand":4}'),
    {},
    body('{"ambassadors":[]}'),
    body('{"last_rating":null}'),
    body(JSON.stringify({ established_dialogue: true, source: '2' })),
    {},
    body('{"__proto__":{}}'),
    body('{"$set":1}'),
    body('{"ambassadors":"none"}'),
    body(
      '{"ambassadors":[{"id_ambassador":3010,"chatroom_pivot_data":[{"id_chatroom":302,"id_ambassador":1}]}]}',
    ),
    body(JSON.stringify(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`field${index}`, 1])))),
    body('{"established_dialogue":"2024-06-09T00:00:00Z","established_dialogue":"2024-06-09T00:00:00Z"}'),
    ...[
      '9999-12-31T23:59:59-01:00',
      '2022-06-03T10:00:03.007Z',
      '2023-10-29T01:30:00Z',
      '2023-11-05T05:30:00Z',
      '2022-04-04T04:04:04+23:59',
    ].map(value),
    ...['-1', '301%00'].map(id),
    { ...id('999999999'), ...brand('4') },
    { headers: { ...anyAccept, 'x-popsell-brand': undefined } },
    id('400'),
    ...[1_500, 10_000].flatMap((digits) => [id, brand].map((of) => of('8'.repeat(digits)))),
    ...['1e999', '123456789012345678901234567890', '1'.repeat(4_000), 'NaN', '"\\ud800"'].map((text) =>
      body(`{"established_dialogue":${text}}`),
    ),
    body(`{"unknown":"${'x'.repeat(70_000)}"}`),
    ...['1', '0'].map((code) => ({
      ...id('400'),
      headers: { 'x-popsell-brand': '4' },
      body: `{"type_discussion":${code}}`,
    })),
    { ...id('400'), ...brand('4') },
    { headers: anyAccept, body: dialogue('2024-06-10T00:00:00Z') },
    {},
    { headers: { accept: undefined } },
    { headers: anyAccept, body: '{"established_dialogue":' },
    { headers: { ...anyAccept, authorization: 'Bearer nobody' } },
    body('{ "established_dialogue" : "2024-06-21T00:00:00Z" }'),
    value('C:\\now\\'),
    { headers: { 'content-type': 'application/xml' } },
    { headers: { 'content-type': 'text/plain' }, body: dialogue('2024-06-15T00:00:00Z') },
    id('%D9%A3%D9%A0%D9%A1'),
    { ...credentials('Bearer nobody'), body: '' },
    body(JSON.stringify(JSON.stringify({ established_dialogue: '2024-06-13T00:00:00Z' }))),
    body(JSON.stringify({ id: 302, established_dialogue: '2024-06-14T00:00:00Z' })),
    {},
    // The value at first; the one before the last again; another of the same minute; one that only a later request shows.
    value('2023-10-06T13:46:10.123Z'),
    {},
    ...[
      '2024-06-11T00:00:00Z',
      '2024-06-12T00:00:00Z',
      '2024-06-11T00:00:00Z',
      '2024-06-11T00:00:01Z',
    ].flatMap((sent) => [value(sent), {}]),
    { ...id('400'), headers: { 'x-popsell-brand': '4', authorization: undefined }, body: aValue },
    { ...id('400'), ...brand('4') },
    { ...id('400'), headers: { 'x-popsell-brand': '4', authorization: forbiddenToken }, body: aValue },
    { ...id('400'), ...brand('4') },
    { ...id('400'), ...brand('4'), ...value('soon') },
    { ...id('400'), ...brand('4'), ...value('2024-06-20T00:00:00+02:00') },
    value('2024-06-22T00:00:00-00:30'),
    { ...id('5000'), ...brand('5'), ...value('2024-06-24T00:00:00Z') },
    { ...id('5000'), ...brand('5') },
    { ...id('5000'), headers: { ...anyAccept, 'x-popsell-brand': '5' }, body: dialogue(true) },
    { ...id('400abc'), ...brand('4') },
    { ...id('303'), ...value('2024-06-23T00:00:00Z') },
    id('303'),
    { ...id('400'), ...brand('5') },
  ]),
];

function oneByOne(requests: readonly TestRequest[]): readonly (readonly TestRequest[])[] {
  return requests.map((request) => [request]);
}
