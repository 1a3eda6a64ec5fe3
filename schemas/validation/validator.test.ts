import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isDocumentedForm } from '../formats/date-time';
import { schemaFiles, type SchemaName } from './schema-files';
import { createAjv, validatorFor } from './validator';

const root = join(__dirname, '..');
const names = Object.keys(schemaFiles) as SchemaName[];
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.schema.json'),
);

it.each(names)('the schema %s compiles', (name) => {
  expect(validatorFor(createAjv(), name)).toBeInstanceOf(Function);
});

describe.each(paths)('%s', (path) => {
  const schema = JSON.parse(readFileSync(join(root, path), 'utf8')) as { $id: string; $schema: string };

  it('is valid by the meta schema that it names, 2020-12', () => {
    const ajv = createAjv({ meta: true });
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
  });

  it('is known to the code, under an $id that is its path', () => {
    expect(schema.$id).toBe(`popsell:/${path.replaceAll('\\', '/')}`);
    expect(Object.values(schemaFiles).map(({ $id }) => $id)).toContain(schema.$id);
  });
});

describe('a request body', () => {
  const validate = validatorFor(createAjv(), 'chatroomUpdate');

  it.each([
    {},
    { established_dialogue: '2023-10-06 13:41:09.123' },
    { established_dialogue: '2023-10-06t13:41:09z' },
  ])('may be %p', (body) => {
    expect(validate(body)).toBe(true);
  });

  it.each([[], null, { established_dialogue: true }, { established_dialogue: '2023-10-06 13:41:09' }])(
    'may not be %p',
    (body) => {
      expect(validate(body)).toBe(false);
    },
  );
});

test('the documented form has the same calendar in its pattern as in its format', () => {
  const { anyOf } = schemaFiles.chatroomUpdate.properties.established_dialogue;
  const form = new RegExp(anyOf[1]?.pattern ?? 'none', 'u');
  const two = (count: number): string[] =>
    Array.from({ length: count }, (_, n) => String(n).padStart(2, '0'));
  const days = ['0000', '1900', '2000', '2023', '2024'].flatMap((year) =>
    two(14).flatMap((month) => two(33).map((day) => `${year}-${month}-${day} 10:00:00.000`)),
  );
  const times = two(25).flatMap((hour) => [`${hour}:59:59`, `${hour}:60:00`, `${hour}:00:61`]);
  const texts = [...days, ...times.map((time) => `2023-10-06 ${time}.123`)];
  expect(texts.filter((text) => form.test(text))).toEqual(texts.filter(isDocumentedForm));
});

describe('a waiver', () => {
  const validate = validatorFor(createAjv(), 'waivers');
  const aFile = (expires: string): unknown => ({
    waivers: [{ obligation: '200/body', reason: 'known', expires }],
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-02-29T00:00:00Z', false],
    ['2024-2-9', false],
  ])('that expires on %s is valid: %p', (expires, expected) => {
    expect(validate(aFile(expires))).toBe(expected);
  });
});
