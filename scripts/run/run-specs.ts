import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import jestConfig from '../../jest.config';
import type { Evidence } from '../../contracts/support/evidence/evidence';
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
  /** The spec file to run by itself, relative to the project; undefined: all of them as one. */
  readonly spec?: string | undefined;
  /** A pattern of the names of the tests to run, which begin with their obligation's id; undefined: all. */
  readonly tests?: string | undefined;
  /** How many obligations these tests are of: every 15 s a line on stderr says how many have been tried. Undefined: none does. */
  readonly planned?: number | undefined;
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
  /** Undefined: they did not begin. */
  readonly evidence: Evidence | undefined;
  readonly exchanges: readonly LoggedExchange[];
}

/** All spec files as one. */
const allSpecs = 'contracts/patch-chatroom.spec.ts';

/** Runs the specs in a Jest of their own. Whatever happens to Jest, what they saw until then is the result. */
export async function runSpecs(options: SpecRunOptions): Promise<SpecRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'popsell-contracts-'));
  const evidenceFile = join(scratch, 'evidence.json');
  const exchangesFile = join(scratch, 'exchanges');
  try {
    const exitCode = await runJest(options, evidenceFile, exchangesFile);
    return { exitCode, evidence: readEvidence(evidenceFile), exchanges: readExchangeLog(exchangesFile) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function runJest(
  {
    target,
    folder,
    seed,
    thorough,
    spec,
    tests,
    planned,
    color,
    silent,
    environment,
    signal,
  }: SpecRunOptions,
  evidenceFile: string,
  exchangesFile: string,
): Promise<number | null> {
  const jest = require.resolve('jest/bin/jest');
  const fixed = [
    '--config',
    contractsConfig(spec ?? allSpecs),
    '--runInBand',
    '--verbose=false',
    color ? '--colors' : '--no-colors',
  ];
  const chosen = tests === undefined ? [] : [`--testNamePattern=${tests}`];
  return runNode({
    arguments: [jest, ...fixed, ...chosen],
    cwd: projectFolder,
    environment: {
      ...environment,
      ...targetToEnvironment(target),
      POPSELL_SEED: String(seed),
      POPSELL_THOROUGH: thorough === true ? '1' : '',
      POPSELL_PLANNED: planned === undefined ? '' : String(planned),
      POPSELL_EVIDENCE_FILE: evidenceFile,
      POPSELL_EXCHANGES_FILE: exchangesFile,
      POPSELL_RESTORE_FILE: restoreFile(folder),
    },
    silent,
    signal,
  });
}

/** The project of jest.config.ts for one file, as JSON: Jest's own way of reading jest.config.ts takes a third of a second. */
function contractsConfig(file: string): string {
  const { projects, ...shared } = jestConfig;
  const contracts = (projects ?? []).flatMap((project) =>
    typeof project === 'object' && project['displayName'] === 'contracts'
      ? [{ ...project, testMatch: [`<rootDir>/${file}`] }]
      : [],
  );
  return JSON.stringify({ ...shared, projects: contracts });
}

function readEvidence(file: string): Evidence | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Evidence;
  } catch {
    // None: the specs had not begun.
    return undefined;
  }
}
