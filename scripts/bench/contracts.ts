import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { median } from 'simple-statistics';

import { projectFolder } from '../project-folder';
import { wallMs } from './wall-ms';

const rounds = 7;

/**
 * Times the contract run against the embedded API, whole and from outside, in turn with a bare Node and a bare
 * Jest run of one empty test, so that the ratios hold on a machine whose speed drifts.
 */
async function main(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'popsell-bench-'));
  try {
    writeFileSync(join(scratch, 'empty.test.js'), "test('nothing', () => {});\n");
    writeFileSync(join(scratch, 'package.json'), '{}\n');
    const jest = require.resolve('jest/bin/jest');
    const commands = {
      'node -e 0': ['-e', '0'],
      'bare jest': [jest, '--rootDir', scratch, '--config', '{}', '--runInBand'],
      contracts: ['--import', 'tsx', 'scripts/cli.ts', 'contracts', '--out', join(scratch, 'run')],
    };
    print(await timeInTurn(commands));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function timeInTurn(commands: Readonly<Record<string, string[]>>): Promise<Map<string, number[]>> {
  const times = new Map(Object.keys(commands).map((name): [string, number[]] => [name, []]));
  // The first round fills Jest's caches, and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, parameters] of Object.entries(commands)) {
      const tookMs = await wallMs(parameters, projectFolder);
      if (round > 0) times.get(name)?.push(tookMs);
    }
  }
  return times;
}

function print(times: ReadonlyMap<string, readonly number[]>): void {
  const contractsMs = median(times.get('contracts') ?? []);
  console.log(`median of ${rounds} rounds; the ratio is that of a contract run to it`);
  for (const [name, all] of times) {
    const ms = median(all);
    console.log(
      `${name.padEnd(10)} ${ms.toFixed(0).padStart(6)} ms   ratio ${(contractsMs / ms).toFixed(1)}`,
    );
  }
}

void main();
