import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import standaloneCode from 'ajv/dist/standalone';
import { _ } from 'ajv/dist/2020';
import { build, type BuildOptions, type Plugin } from 'esbuild';

import { validatedSchemas } from '../load/verification/validators';
import { schemaFiles } from '../schemas/validation/schema-files';
import { createAjv } from '../schemas/validation/validator';
import { lazyModules } from './lazy-modules';

const scriptFolder = join(__dirname, '../load/script');
const verificationFolder = join(__dirname, '../load/verification');
const defaultOutFile = join(__dirname, '../load/dist/chatrooms.js');

/** Bundles load/script into one file that k6 runs by itself; `bytes` is its size. */
export async function bundleLoad(outFile = defaultOutFile): Promise<{ path: string; bytes: number }> {
  await mkdir(dirname(outFile), { recursive: true });
  await build({
    ...settings,
    entryPoints: [join(scriptFolder, 'chatrooms.ts')],
    outfile: outFile,
    // k6 loads ES modules, and has neither Node's nor a browser's globals.
    format: 'esm',
    banner: { js: await banner() },
    plugins: [compiledValidators(), lazyModules(settings, [compiledValidators()])],
  });
  return { path: outFile, bytes: (await stat(outFile)).size };
}

const settings = {
  // One file, so that it can be copied to a machine, or into a ConfigMap, and run there.
  bundle: true,
  // k6 resolves its own modules; they exist nowhere else.
  external: ['k6', 'k6/*'],
  platform: 'neutral',
  // The packages that ajv's code requires have only a main field, which platform neutral leaves out.
  mainFields: ['module', 'main'],
  target: 'es2022',
  // Names stay readable in k6's stack traces; comments go, except the banner.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

async function banner(): Promise<string> {
  const text = await readFile(join(scriptFolder, 'banner.txt'), 'utf8');
  return `/*\n${text}*/`;
}

/** Puts validators that ajv compiled here in place of the module that would compile them in each VU. */
function compiledValidators(): Plugin {
  return {
    name: 'compiled-validators',
    setup(bundle) {
      bundle.onLoad({ filter: /compiled-validators\.ts$/ }, () => ({
        contents: validatorCode(),
        resolveDir: verificationFolder,
      }));
    },
  };
}

/** The code of an ES module that exports one validate function for each validated schema. */
export function validatorCode(): string {
  const ajv = createAjv({
    // Functions do not survive as source: the code takes its formats from a module instead.
    code: { source: true, esm: true, formats: _`formats` },
    // Only where and which keyword is used, and that keeps the code small.
    messages: false,
  });
  const code = standaloneCode(
    ajv,
    Object.fromEntries(validatedSchemas.map((name) => [name, schemaFiles[name].$id])),
  );
  return `import { formats } from './formats';\n${code}`;
}
