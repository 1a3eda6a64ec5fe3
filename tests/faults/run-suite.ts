import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

import { assembleResult } from '../../contracts/results/assemble-result';
import type { Evidence } from '../../contracts/support/evidence/evidence';
import type { ContractResult } from '../../schemas/generated/types';
import { targetToEnvironment, type Target } from '../../schemas/target/target';
import type { SpecBundle } from './bundle-specs';
import { specGlobals, type SpecGlobals } from './spec-globals';

export interface SuiteOptions {
  readonly seed: number;
  /** The longest that an answer may take, in milliseconds; the suite's own limit by default. */
  readonly timeLimitMs?: number | undefined;
  /** Of the spec files only those whose names begin with it; all by default. */
  readonly only?: string | undefined;
}

type IsWanted = (specFile: string) => boolean;
type SpecCode = (
  require: NodeJS.Require,
  isWanted: IsWanted,
  ...globals: SpecGlobals[keyof SpecGlobals][]
) => void;

const globalNames = ['describe', 'test', 'beforeAll', 'afterEach', 'afterAll', 'expect'] as const;
let compiled: SpecCode | undefined;

/**
 * Runs the contract suite in this process, with modules of its own, and makes its evidence into what contract.json holds. The environment of the process is changed; one run at a time.
 */
export async function runSuite(
  bundle: SpecBundle,
  target: Target,
  { seed, timeLimitMs, only = '' }: SuiteOptions,
): Promise<ContractResult> {
  const folder = mkdtempSync(join(tmpdir(), 'popsell-faults-'));
  const evidenceFile = join(folder, 'evidence.json');
  Object.assign(process.env, targetToEnvironment(target), {
    POPSELL_SEED: String(seed),
    POPSELL_EVIDENCE_FILE: evidenceFile,
  });
  if (timeLimitMs === undefined) delete process.env['POPSELL_TIME_LIMIT_MS'];
  else process.env['POPSELL_TIME_LIMIT_MS'] = String(timeLimitMs);
  const startedAt = new Date();
  const startedMs = performance.now();
  try {
    await runSpecs(bundle, (specFile) => specFile.startsWith(only));
    const evidence = JSON.parse(readFileSync(evidenceFile, 'utf8')) as Evidence;
    return assembleResult(evidence, {
      target: { name: target.name, baseUrl: target.baseUrl },
      startedAt,
      durationMs: performance.now() - startedMs,
      seed,
      waivers: [],
      incomplete: evidence.complete ? undefined : 'the specs ended before all had run',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runSpecs({ path, code }: SpecBundle, isWanted: IsWanted): Promise<void> {
  const { globals, run } = specGlobals(path);
  compiled ??= compileFunction(code, ['require', 'isWanted', ...globalNames], { filename: path }) as SpecCode;
  compiled(createRequire(path), isWanted, ...globalNames.map((name) => globals[name]));
  await run();
}
