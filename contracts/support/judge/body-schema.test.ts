import type { ChatroomPivot } from '../../../schemas/generated/types';
import { bodyObligations } from '../../obligations/body-obligations';
import { schemaProperties } from '../../obligations/schema-properties';
import { aChatroom, anAmbassador, aPivot } from '../../testing/a-chatroom';
import { heldIn, violationsIn } from '../../testing/findings';
import { judgeBodySchema } from './body-schema';

const pivots = (changes: Readonly<Record<string, unknown>>): Partial<ChatroomPivot>[] => [aPivot(changes)];

/** A chatroom with a property changed, wherever it is nested; undefined leaves it out. */
function aChatroomWith(path: readonly string[], value: unknown): object {
  const [first = '', second] = path;
  const change = { [path.at(-1) ?? '']: value };
  if (path.length === 1) return aChatroom(change);
  if (second !== '*') return aChatroom({ [first]: change });
  const ambassador = path.length > 3 ? { chatroom_pivot_data: pivots(change) } : change;
  return aChatroom({ ambassadors: [anAmbassador(ambassador)] });
}

const properties = schemaProperties('chatroom').map(({ path, schema, required }) => ({
  id: ['200/body', ...path].join('/'),
  path,
  pointer: `/${path.join('/').replaceAll('*', '0')}`,
  required,
  wrong: schema.type === 'string' ? 7 : 'mistyped',
}));
const requiredProperties = properties.filter(({ required }) => required);
const freeProperties = properties.filter(({ required }) => !required);

describe.each(properties)('$id', ({ id, path, pointer, wrong }) => {
  it('is violated once where it is null', () => {
    const violations = violationsIn(judgeBodySchema(200, aChatroomWith(path, null)));
    expect(violations).toMatchObject([{ obligation: id, pointer, cause: 'null', received: 'null' }]);
  });

  it('is violated once where it is mistyped', () => {
    const violations = violationsIn(judgeBodySchema(200, aChatroomWith(path, wrong)));
    expect(violations).toMatchObject([{ obligation: id, pointer, cause: 'type' }]);
  });

  it('is not observed where it is mistyped', () => {
    expect(heldIn(judgeBodySchema(200, aChatroomWith(path, wrong)))).not.toContain(id);
  });
});

it.each(requiredProperties)('$id is violated once where it is missing', ({ id, path, pointer }) => {
  const violations = violationsIn(judgeBodySchema(200, aChatroomWith(path, undefined)));
  expect(violations).toMatchObject([{ obligation: id, pointer, cause: 'missing', received: 'absent' }]);
});

it.each(freeProperties)('$id is neither violated nor observed where it is missing', ({ id, path }) => {
  const findings = judgeBodySchema(200, aChatroomWith(path, undefined));
  expect(violationsIn(findings)).toEqual([]);
  expect(heldIn(findings)).not.toContain(id);
});

it('knows which properties may be missing', () => {
  expect(freeProperties.map(({ id }) => id.slice('200/body/'.length))).toEqual([
    'last_rating/value',
    'last_rating/comment',
    'last_summary/date_insert',
    'last_summary/summary',
    'last_summary/anomaly',
    'last_summary/topic',
  ]);
});

it('observes everything in a valid chatroom', () => {
  const findings = judgeBodySchema(200, aChatroom());
  expect(heldIn(findings).sort()).toEqual(['200/body', ...bodyObligations(200).map(({ id }) => id)].sort());
  expect(findings.filter(({ kind }) => kind !== 'held')).toEqual([]);
});

it('observes nothing of ambassadors in an empty list of them', () => {
  const held = heldIn(judgeBodySchema(200, aChatroom({ ambassadors: [] })));
  expect(held.filter((id) => id.startsWith('200/body/ambassadors'))).toEqual(['200/body/ambassadors']);
});

it('finds the one ambassador that lacks a property, and observes it in none', () => {
  const ambassadors = [anAmbassador(), anAmbassador({ email: undefined })];
  const findings = judgeBodySchema(200, aChatroom({ ambassadors }));
  expect(violationsIn(findings)).toMatchObject([{ pointer: '/ambassadors/1/email' }]);
  expect(heldIn(findings)).not.toContain('200/body/ambassadors/*/email');
});

it("puts an item of the wrong type to its array's account", () => {
  const findings = judgeBodySchema(200, aChatroom({ ambassadors: ['Ada'] }));
  expect(violationsIn(findings)).toMatchObject([
    { obligation: '200/body/ambassadors', pointer: '/ambassadors/0', cause: 'type', received: '"Ada"' },
  ]);
});

it.each([
  ['source', '3', 'enum'],
  ['source', 2, 'type'],
  ['type_chatroom', 1, 'enum'],
  ['type_discussion', 3, 'enum'],
  ['established_dialogue', '2023-10-06 13:41:09.123', 'format'],
  ['date_insert', '2023-10-06T13:41:09+0200', 'format'],
  ['established_dialogue', true, 'type'],
  ['id_chatroom', 8.5, 'type'],
])('%s is violated once by %p', (name, value, cause) => {
  const violations = violationsIn(judgeBodySchema(200, aChatroom({ [name]: value })));
  expect(violations).toMatchObject([{ obligation: `200/body/${name}`, cause }]);
});

it.each([2_147_483_648, -2_147_483_649])('finds that %d is no int32', (active) => {
  const violations = violationsIn(
    judgeBodySchema(200, aChatroom({ ambassadors: [anAmbassador({ active })] })),
  );
  expect(violations).toMatchObject([{ obligation: '200/body/ambassadors/*/active', cause: 'int32' }]);
});

it('takes id_chatroom beyond int32, for it is documented as an integer', () => {
  expect(violationsIn(judgeBodySchema(200, aChatroom({ id_chatroom: 2_147_483_648 })))).toEqual([]);
});

it('says what was received and what is documented', () => {
  expect(violationsIn(judgeBodySchema(200, aChatroom({ source: 2 })))[0]).toEqual({
    kind: 'broken',
    obligation: '200/body/source',
    cause: 'type',
    message: 'source is 2; documented string, one of "0", "1", "2"',
    pointer: '/source',
    received: '2',
    documented: 'string, one of "0", "1", "2"',
  });
});

describe('an undocumented property', () => {
  it('is a notice once, not once an item', () => {
    const ambassadors = [anAmbassador({ age: 36 }), anAmbassador({ age: 37 })];
    const findings = judgeBodySchema(200, aChatroom({ ambassadors }));
    expect(findings.filter(({ kind }) => kind !== 'held')).toEqual([
      {
        kind: 'notice',
        code: 'undocumented-property',
        message: '/ambassadors/*/age is not documented',
        pointer: '/ambassadors/*/age',
      },
    ]);
  });

  it.each([
    ['constructor', '/constructor'],
    ['__proto__', '/__proto__'],
    ['toString', '/toString'],
    ['a/b', '/a~1b'],
    ['~', '/~0'],
    ['', '/'],
  ])('may be named "%s"', (name, pointer) => {
    const body: unknown = JSON.parse(`{"${name}":{}}`);
    const notices = judgeBodySchema(401, body).filter(({ kind }) => kind === 'notice');
    expect(notices).toMatchObject([{ pointer }]);
  });

  it.each(['last_rating', 'last_summary'])('is documented as allowed in %s', (name) => {
    const findings = judgeBodySchema(200, aChatroom({ [name]: { other: null } }));
    expect(findings.filter(({ kind }) => kind !== 'held')).toEqual([]);
  });
});

describe('the errors of a 422', () => {
  const judgeErrors = (errors: unknown): ReturnType<typeof judgeBodySchema> =>
    judgeBodySchema(422, { message: 'Invalid.', errors });

  it('are observed under any name', () => {
    const errors: unknown = JSON.parse('{"__proto__":["a"],"constructor":["b"],"a/b":[]}');
    const findings = judgeErrors(errors);
    expect(heldIn(findings)).toEqual([
      '422/body/message',
      '422/body/errors',
      '422/body/errors/*',
      '422/body',
    ]);
    expect(findings).toHaveLength(4);
  });

  it('may be empty, and then no detail is observed', () => {
    expect(heldIn(judgeErrors({}))).not.toContain('422/body/errors/*');
  });

  it.each([
    [{ 'a/b': 'required' }, '/errors/a~1b', '422/body/errors/*'],
    [{ field: [1] }, '/errors/field/0', '422/body/errors/*'],
    [{ 7: null }, '/errors/7', '422/body/errors/*'],
    [[], '/errors', '422/body/errors'],
  ])('%j are violated once', (errors, pointer, obligation) => {
    expect(violationsIn(judgeErrors(errors))).toMatchObject([{ obligation, pointer }]);
  });
});

it.each([
  [[], 'array'],
  [null, 'null'],
  ['text', 'string'],
  [8, 'integer'],
  [true, 'boolean'],
])('%j is not one object', (body, cause) => {
  expect(judgeBodySchema(200, body)).toMatchObject([
    { kind: 'broken', obligation: '200/body', cause, pointer: '' },
  ]);
});

it('puts the faults of 10,000 ambassadors into one violation each', () => {
  const ambassadors = Array.from({ length: 10_000 }, () => anAmbassador({ email: undefined, age: 36 }));
  const findings = judgeBodySchema(200, aChatroom({ ambassadors }));
  expect(violationsIn(findings)).toHaveLength(1);
  expect(findings.filter(({ kind }) => kind === 'notice')).toHaveLength(1);
});

it('observes 10,000 valid ambassadors', () => {
  const ambassadors = Array.from({ length: 10_000 }, () => anAmbassador());
  expect(violationsIn(judgeBodySchema(200, aChatroom({ ambassadors })))).toEqual([]);
});
