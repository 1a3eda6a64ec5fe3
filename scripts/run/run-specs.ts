import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import jestConfig from '../../jest.config';
import type { EvidenceFile } from '../../contracts/support/evidence/evidence-file';
import { readExchangeLog, type LoggedExchange } from '../../contracts/support/evidence/exchange-log';
import { targetToEnvironment, type Target } from '../../schemas/target/target';
import { projectFolder } from '../project-folder';
import { runNode } from './child';
import { restoreFile } from '../restore/restore-file';

export interface SpecRunOptions {
  readonly target: Target;
  /** Where the restore journal is kept. */
  readonly folder: string;
  readonly seed: number;
  /** True: many more generated requests. */
  readonly thorough?: boolean | undefined;
  /** Ends of the spec files' paths; undefined: all spec files. */
  readonly specs?: readonly string[] | undefined;
  /** A pattern of the names of the tests to run, which begin with their obligation's id; undefined: all. */
  readonly tests?: string | undefined;
  readonly color: boolean;
  /** True: Jest's own output is dropped. */
  readonly silent?: boolean | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** What the specs saw. */
export interface SpecRun {
  /** Jest's; null: a signal ended it. */
  readonly exitCode: number | null;
  readonly files: readonly EvidenceFile[];
  readonly exchanges: readonly LoggedExchange[];
}

/** Runs spec files in a Jest of their own. Whatever happens to Jest, what they saw until then is the result. */
export async function runSpecs(options: SpecRunOptions): Promise<SpecRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'popsell-contracts-'));
  const evidenceFolder = join(scratch, 'evidence');
  const exchangesFile = join(scratch, 'exchanges');
  mkdirSync(evidenceFolder);
  try {
    const exitCode = await runJest(options, evidenceFolder, exchangesFile);
    return { exitCode, files: readEvidence(evidenceFolder), exchanges: readExchangeLog(exchangesFile) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function runJest(
  { target, folder, seed, thorough, specs = [], tests, color, silent, environment, signal }: SpecRunOptions,
  evidenceFolder: string,
  exchangesFile: string,
): Promise<number | null> {
  const jest = require.resolve('jest/bin/jest');
  // One spec file at a time: they share the target's chatrooms.
  const fixed = ['--config', contractsConfig(), '--runInBand', color ? '--colors' : '--no-colors'];
  const chosen = tests === undefined ? [] : [`--testNamePattern=${tests}`];
  return runNode({
    arguments: [jest, ...fixed, ...chosen, ...specs],
    cwd: projectFolder,
    environment: {
      ...environment,
      ...targetToEnvironment(target),
      POPSELL_SEED: String(seed),
      POPSELL_THOROUGH: thorough === true ? '1' : '',
      POPSELL_EVIDENCE_DIR: evidenceFolder,
      POPSELL_EXCHANGES_FILE: exchangesFile,
      POPSELL_RESTORE_FILE: restoreFile(folder),
    },
    silent,
    signal,
  });
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
