import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { buildSync } from 'esbuild';

import { formats } from '../load/verification/formats';
import { aChatroom } from '../load/verification/fixtures';
import { validatedSchemas, type BodyValidators } from '../load/verification/validators';
import { schemaFiles } from '../schemas/validation/schema-files';
import { createAjv, validatorFor } from '../schemas/validation/validator';
import { bundleLoad, validatorCode } from './bundle-load';

describe('the bundle', () => {
  let folder: string;
  let bundle: { path: string; bytes: number };
  let code: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'popsell-bundle-'));
    bundle = await bundleLoad(join(folder, 'chatrooms.js'));
    code = readFileSync(bundle.path, 'utf8');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is at most 200 kB', () => {
    expect(bundle.bytes).toBeLessThanOrEqual(200_000);
    expect(bundle.bytes).toBe(Buffer.byteLength(code));
  });

  it('imports nothing but modules of k6', () => {
    const imports = [...code.matchAll(/from\s?"([\w@./-]+)"|require\("([^"]+)"\)/g)].map(
      ([, name, required]) => name ?? required,
    );
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter((name) => !/^k6(\/|$)/.test(name ?? ''))).toEqual([]);
  });

  it('documents at its top every variable that it reads', () => {
    const banner = code.slice(0, code.indexOf('*/'));
    const read = new Set(code.slice(banner.length).match(/\b(POPSELL|LOAD)_[A-Z_]+\b/g));
    expect([...read].filter((name) => !banner.includes(`  ${name} `))).toEqual([]);
  });
});

describe('the compiled validators', () => {
  const compiled = load(validatorCode());
  const ajv = createAjv();

  it.each(validatedSchemas)('%s finds what ajv finds', (name) => {
    const reference = validatorFor(ajv, name);
    const bodies = [
      aChatroom(),
      aChatroom({ source: 2 }),
      aChatroom({ date_insert: '2023-10-06 13:41:09.123' }),
      aChatroom({ ambassadors: [{ id_ambassador: 2 ** 40 }] }),
      { message: 'm', errors: { field: ['x'] } },
      { message: 1, errors: { field: 'x' } },
      [],
      null,
    ];
    for (const body of bodies) {
      expect(compiled[name](body)).toBe(reference(body));
      expect(places(compiled[name].errors)).toEqual(places(reference.errors));
    }
  });

  it('know every format that their schemas use', () => {
    const used = JSON.stringify([
      ...validatedSchemas.map((name) => schemaFiles[name]),
      schemaFiles.ambassador,
      schemaFiles.pivot,
    ]).matchAll(/"format":"([^"]+)"/g);
    // int32 is no function: minimum and maximum stand beside it.
    const names = new Set([...used].flatMap(([, name]) => (name === 'int32' ? [] : [name])));
    expect([...names].sort()).toEqual(Object.keys(formats).sort());
  });
});

function places(errors: BodyValidators['chatroom']['errors']): string[] {
  return (errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

/** Runs the generated module. */
function load(code: string): BodyValidators {
  const { outputFiles } = buildSync({
    stdin: { contents: code, resolveDir: join(__dirname, '../load/verification') },
    bundle: true,
    format: 'cjs',
    write: false,
  });
  const module = { exports: {} };
  runInNewContext(outputFiles[0]?.text ?? '', { module });
  return module.exports as BodyValidators;
}
