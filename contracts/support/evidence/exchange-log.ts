import { appendFileSync, existsSync, readFileSync } from 'node:fs';

import type { RecordedExchange } from '../../../schemas/generated/types';
import { usualRedaction, type Redaction } from '../../../schemas/target/redaction';
import type { Exchange } from '../exchange/exchange';
import { recordExchange } from '../exchange/record-exchange';
import type { Redact } from '../exchange/redact';

/** An exchange of the run, as files show it, and when its request was sent. */
export interface LoggedExchange {
  readonly startedAt: string;
  readonly exchange: RecordedExchange;
}

/** More than a thorough run has; bounded all the same: each line may be some kB. */
const loggedAFile = 3_000;

/** Writes exchanges down, a line each, test by test, so that neither memory nor an interruption matters much. */
export class ExchangeLog {
  private readonly file: string | undefined;
  private readonly redact: Redact;
  private readonly redaction: Redaction;
  private logged = 0;
  private lines = '';

  /** @param file undefined: nothing is written */
  constructor(file: string | undefined, redact: Redact, redaction = usualRedaction) {
    this.file = file;
    this.redact = redact;
    this.redaction = redaction;
  }

  add(exchange: Exchange): void {
    if (this.file === undefined || this.logged >= loggedAFile) return;
    this.logged += 1;
    const { response } = exchange;
    const startedMs = response === undefined ? Date.now() : response.receivedAtMs - response.durationMs;
    const line: LoggedExchange = {
      startedAt: new Date(startedMs).toISOString(),
      exchange: recordExchange(exchange, this.redact, this.redaction),
    };
    this.lines += `${JSON.stringify(line)}\n`;
  }

  /** Writes what has come since the last time. */
  flush(): void {
    if (this.file === undefined || this.lines === '') return;
    appendFileSync(this.file, this.lines);
    this.lines = '';
  }
}

/** What was logged; without the last line where whoever wrote it was killed. */
export function readExchangeLog(file: string): LoggedExchange[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as LoggedExchange);
}
