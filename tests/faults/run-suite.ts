import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

import { assembleResult } from '../../contracts/results/assemble-result';
import type { EvidenceFile } from '../../contracts/support/evidence/evidence-file';
import type { ContractResult } from '../../schemas/generated/types';
import { targetToEnvironment, type Target } from '../../schemas/target/target';
import type { SpecBundle } from './bundle-specs';
import { specGlobals, type SpecGlobals } from './spec-globals';

export interface SuiteOptions {
  readonly seed: number;
  /** The longest that an answer may take, in milliseconds; the suite's own limit by default. */
  readonly timeLimitMs?: number | undefined;
}

type SpecCode = (require: NodeJS.Require, ...globals: SpecGlobals[keyof SpecGlobals][]) => void;

const globalNames = ['describe', 'test', 'afterEach', 'afterAll', 'expect'] as const;
const compiled = new Map<string, SpecCode>();

/**
 * Runs the contract suite in this process: its spec files one after the other, each with modules of its own, and their
 * evidence made into what contract.json holds. The environment of the process is changed; one run at a time.
 */
export async function runSuite(
  bundles: readonly SpecBundle[],
  target: Target,
  { seed, timeLimitMs }: SuiteOptions,
): Promise<ContractResult> {
  const folder = mkdtempSync(join(tmpdir(), 'popsell-faults-'));
  const evidenceFolder = join(folder, 'evidence');
  mkdirSync(evidenceFolder);
  Object.assign(process.env, targetToEnvironment(target), {
    POPSELL_SEED: String(seed),
    POPSELL_EVIDENCE_DIR: evidenceFolder,
    POPSELL_RESTORE_FILE: join(folder, 'restore.json'),
  });
  if (timeLimitMs === undefined) delete process.env['POPSELL_TIME_LIMIT_MS'];
  else process.env['POPSELL_TIME_LIMIT_MS'] = String(timeLimitMs);
  const startedAt = new Date();
  const startedMs = performance.now();
  try {
    for (const bundle of bundles) await runSpecFile(bundle);
    const files = readEvidence(evidenceFolder);
    return assembleResult(files, {
      target: { name: target.name, baseUrl: target.baseUrl },
      startedAt,
      durationMs: performance.now() - startedMs,
      seed,
      waivers: [],
      incomplete: files.every(({ complete }) => complete) ? undefined : 'the specs ended before all had run',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runSpecFile({ specPath, code }: SpecBundle): Promise<void> {
  const { globals, run } = specGlobals(specPath);
  specCode(specPath, code)(createRequire(specPath), ...globalNames.map((name) => globals[name]));
  await run();
}

function specCode(specPath: string, code: string): SpecCode {
  const known = compiled.get(specPath);
  if (known !== undefined) return known;
  const made = compileFunction(code, ['require', ...globalNames], { filename: specPath }) as SpecCode;
  compiled.set(specPath, made);
  return made;
}

function readEvidence(folder: string): EvidenceFile[] {
  return readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as EvidenceFile,
  );
}
