import { aChatroom, anAmbassador, aPivot } from '../../testing/a-chatroom';
import { differences, unwantedDifferences, type Difference } from './differences';

const withAmbassador = (...changes: Parameters<typeof anAmbassador>): object =>
  aChatroom({ ambassadors: [anAmbassador(...changes)] });
const withPivot = (...changes: Parameters<typeof aPivot>): object =>
  withAmbassador({ chatroom_pivot_data: [aPivot(...changes)] });
const actedAt = (last_action_date: string): object => withAmbassador({ last_action_date });
const messageAt = (last_message_date: string): object => aChatroom({ last_message_date });

it('finds none between equal chatrooms', () => {
  expect(differences(aChatroom(), aChatroom())).toEqual([]);
});

it('names the innermost place', () => {
  expect(differences(withPivot({ is_blocked: false }), withPivot({ is_blocked: true }))).toEqual([
    {
      pointer: '/ambassadors/0/chatroom_pivot_data/0/is_blocked',
      before: false,
      after: true,
      moving: false,
      documented: true,
    },
  ]);
});

it('takes date-times in another notation for equal', () => {
  const before = aChatroom({ date_insert: '2023-10-06T13:41:09.123000Z' });
  expect(differences(before, aChatroom({ date_insert: '2023-10-06T15:41:09.123+02:00' }))).toEqual([]);
});

it.each([
  ['online', withAmbassador({ online: true }), withAmbassador({ online: false })],
  ['an action that is no date-time', actedAt('2024-01-01T00:00:01Z'), actedAt('2024-01-01')],
  ['a later action', actedAt('2024-01-01T00:00:00Z'), actedAt('2024-01-01T00:00:01Z')],
])('leaves out %s', (_name, before, after) => {
  expect(differences(before, after)).toEqual([]);
});

it('finds an earlier action', () => {
  const [before, after] = [actedAt('2024-01-01T00:00:01Z'), actedAt('2024-01-01T00:00:00Z')];
  expect(differences(before, after)).toMatchObject([{ pointer: '/ambassadors/0/last_action_date' }]);
});

it.each<[string, boolean, object, object]>([
  ['a later message', true, messageAt('2024-01-01T00:00:00Z'), messageAt('2024-01-02T00:00:00Z')],
  ['an earlier message', false, messageAt('2024-01-02T00:00:00Z'), messageAt('2024-01-01T00:00:00Z')],
  ['a message read', true, withPivot({ last_read_message: 7 }), withPivot({ last_read_message: 8 })],
  ['a message unread', false, withPivot({ last_read_message: 8 }), withPivot({ last_read_message: 7 })],
  ['a larger id', false, aChatroom({ id_chatroom: 8 }), aChatroom({ id_chatroom: 9 })],
])('%s is a difference (people move it: %p)', (_name, moving, before, after) => {
  expect(differences(before, after)).toMatchObject([{ moving }]);
});

it.each<[string, unknown, unknown, Partial<Difference>]>([
  ['an added property', {}, { a: 1 }, { pointer: '/a', before: undefined, after: 1 }],
  ['a removed property', { a: 1 }, {}, { pointer: '/a', before: 1, after: undefined }],
  ['an added item', [1], [1, 2], { pointer: '/1', after: 2 }],
  ['a removed item', [1, 2], [1], { pointer: '/1', before: 2 }],
  ['null for a value', { a: 1 }, { a: null }, { pointer: '/a', after: null }],
  ['a list for an object', { a: {} }, { a: [] }, { pointer: '/a', after: [] }],
  ['text for a number', { a: 1 }, { a: '1' }, { pointer: '/a', after: '1' }],
  ['a name to escape', { 'a/b': 1 }, { 'a/b': 2 }, { pointer: '/a~1b' }],
  ['an inherited name', {}, { constructor: 1 }, { pointer: '/constructor', before: undefined }],
  ['a prototype', {}, JSON.parse('{"__proto__":1}'), { pointer: '/__proto__', before: undefined, after: 1 }],
])('finds %s', (_name, before, after, expected) => {
  expect(differences(before, after)).toEqual([expect.objectContaining(expected)]);
});

it('finds every place', () => {
  const after = aChatroom({ source: '0', last_rating: { value: 4 } });
  expect(differences(aChatroom(), after).map(({ pointer }) => pointer)).toEqual([
    '/source',
    '/last_rating/value',
    '/last_rating/comment',
  ]);
});

describe('unwanted differences', () => {
  const before = aChatroom({ source: '1' });
  const after = { ...aChatroom({ source: '2' }), updated_at: 'now' };
  const pointersOf = (found: Difference[]): string[] => found.map(({ pointer }) => pointer);

  it('leave out what is not documented', () => {
    expect(pointersOf(unwantedDifferences(before, after))).toEqual(['/source']);
  });

  it('hold what was sent, documented or not', () => {
    expect(pointersOf(unwantedDifferences(before, after, { updated_at: 'now' }))).toEqual([
      '/source',
      '/updated_at',
    ]);
  });

  it('leave out what people move', () => {
    const later = messageAt('2024-01-02T00:00:00Z');
    expect(unwantedDifferences(messageAt('2024-01-01T00:00:00Z'), later)).toEqual([]);
  });
});

it('takes ambassadors in another order for equal', () => {
  const [ada, bob] = [anAmbassador({ id_ambassador: 1 }), anAmbassador({ id_ambassador: 2 })];
  const [before, after] = [
    [ada, bob],
    [bob, ada],
  ].map((ambassadors) => aChatroom({ ambassadors }));
  expect(differences(before, after)).toEqual([]);
});

describe('a summary', () => {
  const summarised = (changes: object): object =>
    aChatroom({ last_summary: { date_insert: '2024-01-01T00:00:00Z', summary: 'a', topic: 1, ...changes } });

  it('may be made anew', () => {
    const after = summarised({ date_insert: '2024-01-01T00:00:01Z', summary: 'b' });
    expect(unwantedDifferences(summarised({}), after)).toEqual([]);
  });

  it.each([
    ['changed', summarised({ summary: 'b' })],
    ['made earlier', summarised({ date_insert: '2023-01-01T00:00:00Z' })],
    ['emptied', aChatroom({ last_summary: {} })],
  ])('may not be %s', (_name, after) => {
    expect(unwantedDifferences(summarised({}), after)).not.toEqual([]);
  });
});
