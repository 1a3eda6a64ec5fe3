import { parseExampleLine, type Example } from '../telemetry/example-line';
import { findingKey } from '../result/violations';
import { isOwnFault } from '../verification/own-fault';

/** What k6's log said, line by line. */
export class K6Log {
  /** The first example of each kind of violation. */
  readonly examples = new Map<string, Example>();
  /** Exceptions that the script could not catch. */
  uncaughtExceptions = 0;
  /** k6 asked for more VUs than it may have. */
  vusAtMax = false;
  /** Requests that failed because this machine had no port or file left for them. */
  generatorErrors = 0;
  /** Exports of metrics that k6 could not deliver. */
  lostExports = 0;
  /** Exports that k6 gave up because the run ended meanwhile: they may have arrived all the same. */
  cutOffExports = 0;
  /** The last error, for the case that nothing else explains an exit. */
  lastError: string | undefined;
  private readonly seen = new Map<string, number>();
  private readonly say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.say = say;
  }

  /** Takes one line of k6's JSON log; other text is passed on as it is. */
  add(line: string): void {
    if (line.trim() === '') return;
    const { level, msg, source, error } = parse(line);
    const example = parseExampleLine(msg);
    if (example !== undefined) {
      const key = findingKey(example.finding);
      if (!this.examples.has(key)) this.examples.set(key, example);
      return;
    }
    if (msg.startsWith('Insufficient VUs')) this.vusAtMax = true;
    const text = error === undefined ? msg : `${msg}: ${error}`;
    if (text.includes('failed to upload metrics')) {
      this.addFailedExport(text);
      return;
    }
    if (msg.startsWith('Request Failed') && isOwnFault(error ?? '')) this.generatorErrors++;
    // Each failed request is a line of its own; the figures say how many there were.
    if (msg.startsWith('Request Failed') || msg.startsWith('popsell-violation')) return;
    if (level === 'error' || level === 'fatal') this.lastError = text;
    if (source === 'stacktrace') this.uncaughtExceptions++;
    if (level !== 'info' && level !== 'debug') this.sayOnce(text);
  }

  private addFailedExport(text: string): void {
    if (text.includes('context canceled')) {
      this.cutOffExports++;
      return;
    }
    this.lostExports++;
    this.sayOnce(text);
  }

  /** A thousand VUs say the same thing a thousand times. */
  private sayOnce(text: string): void {
    const kind = text.replace(/\d+/g, '#').slice(0, 200);
    const times = (this.seen.get(kind) ?? 0) + 1;
    this.seen.set(kind, times);
    if (times === 1) this.say(`k6: ${text}`);
  }
}

interface Entry {
  readonly level: string;
  readonly msg: string;
  readonly source?: string;
  readonly error?: string;
}

function parse(line: string): Entry {
  try {
    const entry = JSON.parse(line) as Partial<Entry> | null;
    if (typeof entry?.msg === 'string') return { ...entry, msg: entry.msg, level: entry.level ?? 'info' };
  } catch {
    // Not a log line: a panic, or the runtime's own words.
  }
  return { level: 'error', msg: line };
}
