import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { k6Sign } from './k6-sign';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'popsell-doctor-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A PATH of one folder that holds programs of these names. */
function aPath(...names: string[]): string {
  const path = join(folder, 'bin');
  mkdirSync(path);
  for (const name of names) {
    writeFileSync(join(path, name), '');
    chmodSync(join(path, name), 0o755);
  }
  return path;
}

test('without k6, says that Go will build it', async () => {
  const { text } = await k6Sign({ PATH: aPath('go') }, join(folder, 'cache'));
  expect(text).toMatch(/^k6, so far: the first load run builds 2\.\d+\.\d+$/);
});

test('without k6 and Go, says that it will be downloaded', async () => {
  const { text } = await k6Sign({ PATH: aPath() }, join(folder, 'cache'));
  expect(text).toMatch(/^k6, so far: the first load run downloads 2\.\d+\.\d+$/);
});
