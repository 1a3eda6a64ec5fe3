import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Target } from '../../schemas/target/target';
import { runToEnd } from '../k6/programs/run-to-end';
import { projectFolder } from '../project-folder';
import { schemathesisFolder } from './install';

interface Parameter {
  readonly name: string;
  schema: object;
  example: number;
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly patch: { readonly parameters: readonly Parameter[] } }>>;
}

/**
 * Writes openapi.yaml as one file without references, and with the ids that the target has: of any integers,
 * nearly none would be a chatroom, and every answer a 403 or 404. Gives the file's path.
 */
export async function writeDocument({ brands }: Target): Promise<string> {
  const file = join(schemathesisFolder, 'openapi.json');
  await bundle(file);
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  const [brand] = brands;
  const known: Readonly<Record<string, readonly number[]>> = {
    id: Array.isArray(brand?.chatrooms) ? brand.chatrooms : [],
    'X-Popsell-Brand': brand === undefined ? [] : [brand.id],
  };
  for (const parameter of document.paths['/chat/chatrooms/{id}']?.patch.parameters ?? []) {
    const ids = known[parameter.name];
    if (ids?.[0] === undefined)
      throw new Error(`openapi.yaml has a parameter ${parameter.name}: which values?`);
    parameter.schema = { type: 'integer', enum: ids };
    parameter.example = ids[0];
  }
  writeFileSync(file, JSON.stringify(document));
  return file;
}

function bundle(file: string): Promise<void> {
  const redocly = join(projectFolder, 'node_modules/@redocly/cli/bin/cli.js');
  const document = join(projectFolder, 'schemas/openapi.yaml');
  return runToEnd(process.execPath, [redocly, 'bundle', document, '--dereferenced', '--output', file], {
    folder: projectFolder,
    environment: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' },
    signal: new AbortController().signal,
  });
}
