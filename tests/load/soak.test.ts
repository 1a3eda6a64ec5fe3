import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startReference } from '../../reference/start-reference';
import type { LoadResult } from '../../schemas/generated/types';
import { runCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';

test('a soak that is too slow ends with 99, although k6 judges no thresholds and keeps no samples', async () => {
  const reference = await startReference({ latencyMs: 900 });
  const folder = scratchFolder();
  try {
    const parameters = ['load', '--profile', 'soak', '--rate', '60', '--duration', '9s', '--out', folder];
    const { exitCode } = await runCli(parameters, targetVariables(reference.target));
    const load = JSON.parse(readFileSync(join(folder, 'load.json'), 'utf8')) as LoadResult;
    expect(load.validity.reasons).toEqual([]);
    expect(load.latencySource).toBe('histograms');
    expect(load.thresholds.filter(({ unit }) => unit === 'ms').every(({ ok }) => !ok)).toBe(true);
    // A bucket's width below the truth is as far off as it may be.
    expect(load.latency.p50).toBeGreaterThan(900 / (1 + (load.histogram?.relativeError ?? 0)));
    expect(exitCode).toBe(99);
  } finally {
    await reference.close();
  }
}, 240_000);
