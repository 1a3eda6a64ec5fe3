import { renameSync, writeFileSync } from 'node:fs';

import { redactionWith } from '../../schemas/target/redaction';
import { targetFromEnvironment, type Target } from '../../schemas/target/target';
import { Collector } from './evidence/collector';
import { ExchangeLog } from './evidence/exchange-log';
import { redactor } from './exchange/redact';
import { Pace } from './http/pace';
import { loadingSpec } from './loading-spec';
import { RestoreJournal } from './state/restore-journal';

/** What the specs share. */
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
  /** The longest that an answer may take, in milliseconds. */
  readonly timeLimitMs: number;
  /** How many obligations the run is to try; undefined: nobody is told how far it is. */
  readonly planned: number | undefined;
}

/** Environment variables that a contract run reads beside those of the target. */
const suiteVariables = {
  seed: 'POPSELL_SEED',
  thorough: 'POPSELL_THOROUGH',
  evidenceFile: 'POPSELL_EVIDENCE_FILE',
  restoreFile: 'POPSELL_RESTORE_FILE',
  exchangesFile: 'POPSELL_EXCHANGES_FILE',
  timeLimitMs: 'POPSELL_TIME_LIMIT_MS',
  planned: 'POPSELL_PLANNED',
} as const;

const defaultTimeLimitMs = 10_000;

export const suite: Suite = readSuite(process.env);

/** More than a hundred tests may end within a second, and each time all that was seen is written. */
const keepEveryMs = 100;
let keptAtMs = 0;

/** {@link writeEvidence}, where it was not done just now: of a killed run, so much is lost at most. */
export function keepEvidence(): void {
  const nowMs = performance.now();
  if (nowMs - keptAtMs < keepEveryMs) return;
  keptAtMs = nowMs;
  writeEvidence();
}

/** Keeps what has been seen so far; without a file for it (plain `npx jest`) nothing is written. */
export function writeEvidence(): void {
  suite.exchangeLog.flush();
  const file = process.env[suiteVariables.evidenceFile];
  if (file === undefined) return;
  // Renamed into place: whenever the process is killed, the evidence until then is whole.
  writeFileSync(`${file}.tmp`, JSON.stringify(suite.collector.evidence));
  renameSync(`${file}.tmp`, file);
}

function readSuite(environment: NodeJS.ProcessEnv): Suite {
  const target = targetFromEnvironment(environment);
  const redact = redactor({ POPSELL_TOKEN: target.token, POPSELL_FORBIDDEN_TOKEN: target.forbiddenToken });
  const redaction = redactionWith(target.redact);
  return {
    target,
    seed: Number(environment[suiteVariables.seed] ?? 1),
    thorough: environment[suiteVariables.thorough] === '1',
    collector: new Collector(loadingSpec(), redact, redaction),
    exchangeLog: new ExchangeLog(environment[suiteVariables.exchangesFile], redact, redaction),
    restoreJournal: new RestoreJournal(target.baseUrl, environment[suiteVariables.restoreFile]),
    pace: new Pace(target.maxRequestsPerSecond),
    timeLimitMs: Number(environment[suiteVariables.timeLimitMs] ?? defaultTimeLimitMs),
    planned: Number(environment[suiteVariables.planned] ?? '') || undefined,
  };
}
