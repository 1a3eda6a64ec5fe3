import { join } from 'node:path';

import { compile, type JSONSchema } from 'json-schema-to-typescript';

import { schemaFiles } from '../../schemas/validation/schema-files';
import { writeOrCheck } from './write-or-check';

const outputFile = join(__dirname, '../../schemas/generated/types.ts');
const schemasFolder = join(__dirname, '../../schemas');

/** The types of the JSON Schemas. $ids are folded into file paths, because the generator resolves $refs by file. */
async function generate(): Promise<string> {
  const root: JSONSchema = {
    title: 'Schemas',
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(schemaFiles).map(([name, { $id }]) => [name, { $ref: $id.replace('popsell:/', '') }]),
    ),
    additionalProperties: false,
  };
  return compile(root, 'Schemas', {
    cwd: `${schemasFolder}/`,
    ignoreMinAndMaxItems: true,
    bannerComment: '// Generated from the JSON Schemas by npm run generate. Do not edit.',
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 110 },
  });
}

void generate().then((text) => {
  writeOrCheck(outputFile, text);
});
