import { InvalidArgumentError } from 'commander';

import { parseDuration } from '../../load/profiles/parse-duration';

/** Parsers of option values; each error says the accepted form. */

export function integerOption(text: string): number {
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text))) {
    throw new InvalidArgumentError('accepted: a whole number, such as 42.');
  }
  return Number(text);
}

export function portOption(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65_535))
    throw new InvalidArgumentError('accepted: a port from 0 to 65535; 0 takes a free one.');
  return port;
}

export function rateOption(text: string): number {
  const rate = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(rate > 0)) throw new InvalidArgumentError('accepted: requests per second, more than 0, such as 50.');
  return rate;
}

/** Seconds of a duration such as 30s, 5m, 1h30m. */
export function durationOption(text: string): number {
  const seconds = parseDuration(text) ?? 0;
  if (seconds <= 0) throw new InvalidArgumentError('accepted: a duration such as 30s, 5m or 1h30m.');
  return seconds;
}

const groups = ['200', '401', '403', '404', '422', 'any'];

export function onlyOption(text: string): string[] {
  const statuses = text.split(',').map((status) => status.trim());
  const unknown = statuses.find((status) => !groups.includes(status));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`accepted: one or more of ${groups.join(', ')}, joined by commas.`);
  }
  return statuses;
}
