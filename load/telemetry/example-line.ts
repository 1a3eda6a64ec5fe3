import type { RecordedExchange } from '../../schemas/generated/types';
import type { Finding } from '../verification/finding';

const prefix = 'popsell-violation ';

/** One violation with its exchange, as a line of k6's log. */
export interface Example {
  readonly finding: Finding;
  readonly exchange: RecordedExchange;
}

export function exampleLine(finding: Finding, exchange: RecordedExchange): string {
  return `${prefix}${JSON.stringify({ finding, exchange } satisfies Example)}`;
}

/** The inverse of {@link exampleLine}; undefined for other messages, and for lines that were cut. */
export function parseExampleLine(message: string): Example | undefined {
  if (!message.startsWith(prefix)) return undefined;
  try {
    return JSON.parse(message.slice(prefix.length)) as Example;
  } catch {
    return undefined;
  }
}
