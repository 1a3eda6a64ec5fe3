import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import jestConfig from '../../jest.config';
import { assembleResult } from '../../contracts/results/assemble-result';
import type { EvidenceFile } from '../../contracts/support/evidence/evidence-file';
import { harOf } from '../../contracts/results/har';
import { readExchangeLog } from '../../contracts/support/evidence/exchange-log';
import { RestoreJournal } from '../../contracts/support/state/restore-journal';
import type { ContractResult } from '../../schemas/generated/types';
import { targetToEnvironment } from '../../schemas/target/target';
import { projectFolder } from '../project-folder';
import type { ConfiguredTarget } from '../target/read-target';
import { runNode } from './child';
import { putBack } from './put-back';
import { previousChoices } from './previous-choices';
import { restoreFile } from './restore-file';
import { runsFolder } from './run-folder';

export interface ContractRunOptions {
  readonly configured: ConfiguredTarget;
  readonly folder: string;
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
  const { configured, folder, seed, only } = options;
  const { target, waivers } = configured;
  const startedAt = new Date();
  const startedMs = performance.now();
  const scratch = mkdtempSync(join(tmpdir(), 'popsell-contracts-'));
  const evidenceFolder = join(scratch, 'evidence');
  const exchangesFile = join(scratch, 'exchanges');
  mkdirSync(evidenceFolder);
  try {
    const exitCode = await runJest(options, evidenceFolder, exchangesFile);
    const files = readEvidence(evidenceFolder);
    await putBackTheRest(options);
    const summary = { name: target.name, baseUrl: target.baseUrl };
    const result = assembleResult(files, {
      target: summary,
      startedAt,
      durationMs: performance.now() - startedMs,
      seed,
      waivers,
      previousChoices: previousChoices(runsFolder, folder, summary),
      only,
      requireAll: options.requireAll,
      incomplete: incompleteReason(files, exitCode, options.signal),
    });
    writeFileSync(join(folder, 'contract.json'), `${JSON.stringify(result, null, 2)}\n`);
    const har = harOf(readExchangeLog(exchangesFile), result.violations, result.startedAt);
    writeFileSync(join(folder, 'exchanges.har'), `${JSON.stringify(har)}\n`);
    return result;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What interrupted specs could not put back; where that fails too, the journal stays. */
async function putBackTheRest({ configured, folder, say }: ContractRunOptions): Promise<void> {
  const journal = new RestoreJournal(configured.target.baseUrl, restoreFile(folder));
  const done = await putBack(configured.target, journal);
  for (const { outcome, line } of done) if (outcome !== 'put-back') say(line);
  if (journal.rooms.length > 0) say(`npm run restore -- ${folder} puts back what was not`);
}

function runJest(
  options: ContractRunOptions,
  evidenceFolder: string,
  exchangesFile: string,
): Promise<number | null> {
  const { configured, folder, seed, only, color, environment, signal } = options;
  const jest = require.resolve('jest/bin/jest');
  // One spec file at a time: they share the target's chatrooms.
  const fixed = ['--config', contractsConfig(), '--runInBand', color ? '--colors' : '--no-colors'];
  // A file that tries several groups runs the tests of these alone: their names begin with the obligation's id.
  const chosen = only === undefined ? [] : [`--testNamePattern=(^| )(${only.join('|')})/`];
  const specs = only?.flatMap((group) => specsOf(group).map((name) => `patch-chatroom/${name}`)) ?? [];
  return runNode({
    arguments: [jest, ...fixed, ...chosen, ...specs],
    cwd: projectFolder,
    environment: {
      ...environment,
      ...targetToEnvironment(configured.target),
      POPSELL_SEED: String(seed),
      POPSELL_THOROUGH: options.thorough === true ? '1' : '',
      POPSELL_EVIDENCE_DIR: evidenceFolder,
      POPSELL_EXCHANGES_FILE: exchangesFile,
      POPSELL_RESTORE_FILE: restoreFile(folder),
    },
    signal,
  });
}

/** How the names of the spec files begin that try the obligations of a group. */
function specsOf(group: string): string[] {
  if (group === 'any') return ['every-answer', 'order'];
  if (group === '200') return ['200', 'concurrency', 'fuzz'];
  return group === '404' || group === '422' ? [group, 'fuzz'] : [group];
}

/** The project of jest.config.ts as JSON: Jest's own way of reading that file takes a third of a second. */
function contractsConfig(): string {
  const { projects, ...shared } = jestConfig;
  const contracts = projects?.find(
    (project) => typeof project === 'object' && project['displayName'] === 'contracts',
  );
  return JSON.stringify({ ...shared, projects: [contracts] });
}

function readEvidence(folder: string): EvidenceFile[] {
  return readdirSync(folder).flatMap((name) => {
    try {
      return [JSON.parse(readFileSync(join(folder, name), 'utf8')) as EvidenceFile];
    } catch {
      // Half a file: Jest was killed while it wrote.
      return [];
    }
  });
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
