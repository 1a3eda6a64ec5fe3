import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { startReference } from '../../reference/start-reference';
import { bundleLoad } from '../../scripts/bundle-load';
import { formatBrandList } from '../../schemas/target/brand-list';

let folder: string;
let bundle: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'popsell-plain-'));
  bundle = (await bundleLoad(join(folder, 'chatrooms.js'))).path;
});
afterAll(() => rm(folder, { recursive: true }));

/** `k6 run -e … chatrooms.js`, as the top of the bundle says, against the embedded API. */
async function runPlainK6(faults: readonly string[]): Promise<{ exitCode: number | null; output: string }> {
  const { target, close } = await startReference({ faults });
  try {
    const variables = {
      POPSELL_BASE_URL: target.baseUrl,
      POPSELL_BRANDS: formatBrandList(target.brands),
      LOAD_PROFILE: 'contention',
      LOAD_RATE: '100',
      LOAD_DURATION: '4',
    };
    const given = Object.entries(variables).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const child = spawn(process.env['K6_BINARY'] ?? 'k6', ['run', ...given, bundle], {
      env: { ...process.env, POPSELL_TOKEN: target.token, K6_NO_USAGE_REPORT: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    const [out, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { exitCode, output: out + errors };
  } finally {
    await close();
  }
}

test('the bundle is an ordinary k6 script', async () => {
  const { output } = await runPlainK6([]);
  expect(output).toContain('popsell_latency');
  expect(output).not.toContain('popsell-violation');
  expect(output).not.toContain('exception in an iteration');
});

test('k6 by itself ends with 99 where a promise is broken', async () => {
  const { exitCode, output } = await runPlainK6(['answers-swapped']);
  expect(output).toContain('popsell-violation');
  expect(exitCode).toBe(99);
});
