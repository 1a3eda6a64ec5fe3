import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';

import { redactionWith } from '../../schemas/target/redaction';
import { targetFromEnvironment, type Target } from '../../schemas/target/target';
import { Collector } from './evidence/collector';
import type { EvidenceFile } from './evidence/evidence-file';
import { ExchangeLog } from './evidence/exchange-log';
import { redactor } from './exchange/redact';
import { Pace } from './http/pace';
import { RestoreJournal } from './state/restore-journal';

/** What the specs of one file share. Jest gives every spec file its own. */
export interface Suite {
  readonly target: Target;
  readonly seed: number;
  /** True: generated requests are about twenty-five times as many. */
  readonly thorough: boolean;
  readonly collector: Collector;
  readonly exchangeLog: ExchangeLog;
  readonly pace: Pace;
  /** What the specs have changed and must put back. */
  readonly restoreJournal: RestoreJournal;
  /** Requests of earlier spec files that had no whole answer in time. */
  readonly earlierTimeouts: number;
  /** The longest that an answer may take, in milliseconds. */
  readonly timeLimitMs: number;
}

/** Environment variables that a contract run reads beside those of the target. */
const suiteVariables = {
  seed: 'POPSELL_SEED',
  thorough: 'POPSELL_THOROUGH',
  evidenceFolder: 'POPSELL_EVIDENCE_DIR',
  restoreFile: 'POPSELL_RESTORE_FILE',
  exchangesFile: 'POPSELL_EXCHANGES_FILE',
  timeLimitMs: 'POPSELL_TIME_LIMIT_MS',
} as const;

const defaultTimeLimitMs = 10_000;

export const suite: Suite = readSuite(process.env);

/** Keeps what has been seen so far; without a folder (plain `npx jest`) nothing is written. */
export function writeEvidence(): void {
  suite.exchangeLog.flush();
  const folder = process.env[suiteVariables.evidenceFolder];
  if (folder === undefined) return;
  const { evidence } = suite.collector;
  writeFileSync(join(folder, `${basename(evidence.spec)}.json`), JSON.stringify(evidence));
}

function readSuite(environment: NodeJS.ProcessEnv): Suite {
  const target = targetFromEnvironment(environment);
  const redact = redactor({ POPSELL_TOKEN: target.token, POPSELL_FORBIDDEN_TOKEN: target.forbiddenToken });
  const redaction = redactionWith(target.redact);
  return {
    target,
    seed: Number(environment[suiteVariables.seed] ?? 1),
    thorough: environment[suiteVariables.thorough] === '1',
    collector: new Collector(specFile(), redact, redaction),
    exchangeLog: new ExchangeLog(environment[suiteVariables.exchangesFile], redact, redaction),
    earlierTimeouts: earlierTimeouts(environment[suiteVariables.evidenceFolder]),
    restoreJournal: new RestoreJournal(target.baseUrl, environment[suiteVariables.restoreFile]),
    pace: new Pace(target.maxRequestsPerSecond),
    timeLimitMs: Number(environment[suiteVariables.timeLimitMs] ?? defaultTimeLimitMs),
  };
}

function earlierTimeouts(folder: string | undefined): number {
  if (folder === undefined) return 0;
  const files = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as EvidenceFile,
  );
  return files.reduce((sum, { timeouts }) => sum + timeouts, 0);
}

function specFile(): string {
  const path = expect.getState().testPath ?? 'unknown.spec.ts';
  return relative(process.cwd(), path).split(sep).join('/');
}
