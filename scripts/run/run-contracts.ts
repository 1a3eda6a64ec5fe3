import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { assembleResult } from '../../contracts/results/assemble-result';
import { harOf } from '../../contracts/results/har';
import type { EvidenceFile } from '../../contracts/support/evidence/evidence-file';
import type { ContractResult } from '../../schemas/generated/types';
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
  const { exitCode, files, exchanges } = await runSpecs({
    ...options,
    target,
    specs: only?.flatMap((group) => specsOf(group).map((name) => `patch-chatroom/${name}`)),
    // A file that tries several groups runs the tests of these alone: their names begin with the obligation's id.
    tests: only === undefined ? undefined : `(^| )(${only.join('|')})/`,
  });
  await putBackTheRest(target, folder, options.say);
  const summary = { name: target.name, baseUrl: target.baseUrl };
  const assembled = assembleResult(files, {
    target: summary,
    startedAt,
    durationMs: performance.now() - startedMs,
    seed,
    thorough,
    waivers,
    previousChoices: previousChoices(options.historyFile, summary),
    only,
    requireAll,
    incomplete: incompleteReason(files, exitCode, options.signal),
  });
  const result = withSpecLines(assembled, projectFolder);
  writeFileSync(join(folder, 'contract.json'), `${JSON.stringify(result, null, 2)}\n`);
  const har = harOf(exchanges, result.violations, result.startedAt);
  writeFileSync(join(folder, 'exchanges.har'), `${JSON.stringify(har)}\n`);
  return result;
}

/** How the names of the spec files begin that try the obligations of a group. */
function specsOf(group: string): string[] {
  if (group === 'any') return ['every-answer', 'order'];
  if (group === '200') return ['200', 'concurrency', 'fuzz'];
  return group === '404' || group === '422' ? [group, 'fuzz'] : [group];
}

/** A failing Jest is no news where violations say why; otherwise the specs did not run as they should. */
function incompleteReason(
  files: readonly EvidenceFile[],
  exitCode: number | null,
  signal: AbortSignal,
): string | undefined {
  if (signal.aborted) return 'the run was interrupted';
  if (files.some(({ complete }) => !complete)) return 'the specs ended before all had run';
  const isExplained = files.some(({ violations, errors }) => violations.length > 0 || errors.length > 0);
  return exitCode === 0 || isExplained ? undefined : 'the specs could not be run; the lines above say why';
}
