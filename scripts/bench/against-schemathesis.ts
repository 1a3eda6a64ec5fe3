import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { median } from 'simple-statistics';

import { startReference, type Reference } from '../../reference/start-reference';
import type { ContractResult } from '../../schemas/generated/types';
import { ExpectedError } from '../exit-codes';
import { projectFolder } from '../project-folder';
import { installSchemathesis } from '../schemathesis/install';
import { runSchemathesis } from '../schemathesis/run';
import { writeDocument } from '../schemathesis/write-document';
import { countRequests } from './count-requests';
import { readTried } from './schemathesis-report';
import { wallMs } from './wall-ms';

interface Contestant {
  readonly name: string;
  readonly run: () => Promise<void>;
  readonly timesMs: number[];
  requests: number;
}

/**
 * Times the default contract run and the default run of Schemathesis, whole and from outside, in turn against one
 * embedded API. A number behind `--` is that of the pairs; the first pair warms up and does not count.
 */
async function main(): Promise<void> {
  const pairs = Number(process.argv[2] ?? 5);
  const program = await installSchemathesis(console.log);
  const reference = await startReference();
  const scratch = mkdtempSync(join(tmpdir(), 'popsell-bench-'));
  const report = join(scratch, 'schemathesis.ndjson');
  try {
    const { target } = reference;
    const document = await writeDocument(target);
    const stranger = async (more: readonly string[] = []): Promise<void> => {
      const exitCode = await runSchemathesis({ program, document, target, arguments: more, shown: false });
      if (exitCode !== 0) throw new Error('Schemathesis failed: npm run test:schemathesis shows why');
    };
    const contestants = [
      contestant('contracts', () => runContracts(reference, scratch)),
      contestant('schemathesis', stranger),
    ] as const;
    for (let pair = 0; pair <= pairs; pair += 1) await timeInTurn(contestants, pair > 0);
    // Writing the report takes time, so it is a run of its own.
    await stranger(['--report', 'ndjson', '--report-ndjson-path', report]);
    print(contestants, pairs);
    printTried(scratch, report);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    await reference.close();
  }
}

function contestant(name: string, run: () => Promise<void>): Contestant {
  return { name, run, timesMs: [], requests: 0 };
}

async function runContracts({ target }: Reference, out: string): Promise<void> {
  const parameters = ['contracts', '--target', 'targets/reference.json', '--out', out];
  const environment = { ...process.env, POPSELL_BASE_URL: target.baseUrl };
  await wallMs(['--import', 'tsx', 'scripts/cli.ts', ...parameters], projectFolder, environment);
}

async function timeInTurn(contestants: readonly Contestant[], counts: boolean): Promise<void> {
  for (const one of contestants) {
    const startedMs = performance.now();
    const { requests } = await countRequests(one.run);
    one.requests = requests;
    if (counts) one.timesMs.push(performance.now() - startedMs);
  }
}

function print([ours, theirs]: readonly [Contestant, Contestant], pairs: number): void {
  console.log(`median of ${pairs} runs each, in turn; requests of the last`);
  for (const { name, timesMs, requests } of [ours, theirs]) {
    const all = timesMs.map((ms) => ms.toFixed(0)).join(' ');
    console.log(
      `${name.padEnd(14)}${median(timesMs).toFixed(0).padStart(6)} ms  ${requests} requests  (${all})`,
    );
  }
  const ratio = median(ours.timesMs) / median(theirs.timesMs);
  console.log(`ratio of the medians: ${ratio.toFixed(2)} (goal: 1.0 or less)`);
}

function printTried(scratch: string, report: string): void {
  const { obligations } = JSON.parse(readFileSync(join(scratch, 'contract.json'), 'utf8')) as ContractResult;
  const tried = obligations.filter(({ state }) => state === 'verified' || state === 'violated');
  const { operations, cases, checks } = readTried(report);
  console.log(`contracts tried ${tried.length} of ${obligations.length} obligations`);
  console.log(`schemathesis tried ${checks.length} checks on ${operations} operation(s), in ${cases} cases`);
}

main().catch((error: unknown) => {
  if (!(error instanceof ExpectedError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
});
