import { join } from 'node:path';

import { parseGoMod, readPinnedK6 } from './pinned-k6';

test('the module of this project pins a k6 2.x', async () => {
  const pinned = await readPinnedK6(join(__dirname, '../../load/k6'));
  expect(pinned.version).toMatch(/^2\.\d+\.\d+$/);
});

test('reads a requirement outside a block', () => {
  const text = 'module m\n\ngo 1.25.0\n\ntool go.k6.io/k6/v2\n\nrequire go.k6.io/k6/v2 v2.2.0\n';
  expect(parseGoMod(text)).toEqual({ version: '2.2.0', goVersion: '1.25.0' });
});

test('a module without k6 pins nothing', () => {
  expect(parseGoMod('module m\n\ngo 1.25.0\n')).toBeUndefined();
});
