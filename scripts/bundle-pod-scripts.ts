import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

import { bundleLoad } from './bundle-load';

const load = join(__dirname, '../load');

/** Everything that pods run, by the file names they know it by. */
export async function bundlePodScripts(): Promise<Record<string, string>> {
  const { path } = await bundleLoad();
  return {
    'chatrooms.js': await readFile(path, 'utf8'),
    'start-together.js': await bundle('script/pods/start-together.ts'),
    'end-of-shard.js': await bundle('script/pods/end-of-shard.ts'),
    'run-shard.sh': await readFile(join(load, 'kubernetes/run-shard.sh'), 'utf8'),
  };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(load, entry)],
    bundle: true,
    external: ['k6', 'k6/*'],
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
