import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { catalogue } from '../../contracts/obligations/catalogue';
import { assembleResult } from '../../contracts/results/assemble-result';
import { harOf } from '../../contracts/results/har';
import { emptyEvidence, type Evidence } from '../../contracts/support/evidence/evidence';
import type { ContractResult } from '../../schemas/generated/types';
import { wellFormedJson } from '../../schemas/run/well-formed';
import { projectFolder } from '../project-folder';
import type { ConfiguredTarget } from '../target/read-target';
import { putBackTheRest } from '../restore/put-back-the-rest';
import { previousChoices } from './previous-choices';
import { runSpecs } from './run-specs';
import { withSpecLines } from './spec-lines';

export interface ContractRunOptions {
  readonly configured: ConfiguredTarget;
  readonly folder: string;
  /** Where earlier runs are remembered. */
  readonly historyFile?: string | undefined;
  readonly seed: number;
  /** True: many more generated requests. */
  readonly thorough?: boolean | undefined;
  /** Statuses to try; undefined: all. */
  readonly only: readonly string[] | undefined;
  /** True: what was not verified fails the run. */
  readonly requireAll?: boolean | undefined;
  readonly color: boolean;
  readonly say: (line: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/**
 * Runs the contract specs in a Jest of their own and writes contract.json. Whatever happens to Jest, what
 * the specs saw until then is the result; the verdict says where it is incomplete.
 */
export async function runContracts(options: ContractRunOptions): Promise<ContractResult> {
  const { configured, folder, seed, thorough, only, requireAll } = options;
  const { target, waivers } = configured;
  const startedAt = new Date();
  const startedMs = performance.now();
  const { exitCode, evidence, exchanges } = await runSpecs({
    ...options,
    target,
    // The names of tests begin with the obligation's id.
    tests: only === undefined ? undefined : `(^| )(${only.join('|')})/`,
    planned: catalogue.filter(({ id }) => only?.includes(id.split('/')[0] ?? '') ?? true).length,
  });
  const notPutBack = await putBackTheRest(target, folder, options.say);
  const summary = { name: target.name, baseUrl: target.baseUrl };
  const assembled = assembleResult(evidence ?? emptyEvidence(), {
    target: summary,
    startedAt,
    durationMs: performance.now() - startedMs,
    seed,
    thorough,
    waivers,
    previousChoices: previousChoices(options.historyFile, summary),
    only,
    requireAll,
    notPutBack,
    incomplete: incompleteReason(evidence, exitCode, options.signal),
  });
  const result = withSpecLines(assembled, projectFolder);
  writeFileSync(join(folder, 'contract.json'), `${wellFormedJson(result, 2)}\n`);
  const har = harOf(exchanges, result.violations, result.startedAt);
  writeFileSync(join(folder, 'exchanges.har'), `${wellFormedJson(har)}\n`);
  return result;
}

/** A failing Jest is no news where violations say why; otherwise the specs did not run as they should. */
function incompleteReason(
  evidence: Evidence | undefined,
  exitCode: number | null,
  signal: AbortSignal,
): string | undefined {
  if (signal.aborted) return 'the run was interrupted';
  if (evidence === undefined) return 'the specs could not be run; the lines above say why';
  if (!evidence.complete) return 'the specs ended before all had run';
  const isExplained = evidence.violations.length > 0 || evidence.errors.length > 0;
  return exitCode === 0 || isExplained ? undefined : 'the specs could not be run; the lines above say why';
}
