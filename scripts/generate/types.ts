import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { compile, type JSONSchema } from 'json-schema-to-typescript';

import { schemaFiles } from '../../schemas/validation/schema-files';

const outputFile = join(__dirname, '../../schemas/generated/types.ts');
const schemasFolder = join(__dirname, '../../schemas');

/**
 * Writes schemas/generated/types.ts from the JSON Schemas; with --check it only compares, and exits 1
 * where the file is stale. $ids are folded into file paths, because the generator resolves $refs by file.
 */
async function main(): Promise<void> {
  const text = await generate();
  if (!process.argv.includes('--check')) {
    writeFileSync(outputFile, text);
    return;
  }
  if (readFileSync(outputFile, 'utf8') !== text) {
    console.error('schemas/generated/types.ts is stale: run npm run generate');
    process.exitCode = 1;
  }
}

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

void main();
