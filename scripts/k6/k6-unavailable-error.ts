import { usableMajor } from './k6-version';
import type { Search } from './search';

export interface Attempt {
  readonly way: string;
  readonly reason: string;
}

/** No k6 can be had; the message tells a stranger what was tried and what to do. */
export class K6UnavailableError extends Error {
  override readonly name = 'K6UnavailableError';
  readonly attempts: readonly Attempt[];

  constructor(message: string, attempts: readonly Attempt[]) {
    super(message);
    this.attempts = attempts;
  }
}

export function nothingWorked(attempts: readonly Attempt[], search: Search): K6UnavailableError {
  return new K6UnavailableError(
    [
      'The load test needs k6, and no way of getting it worked:',
      ...attempts.map(({ way, reason }) => `  - ${way}: ${reason.replaceAll('\n', '\n      ')}`),
      'Any one of these helps:',
      `  - set K6_BINARY to the path of a k6 ${usableMajor}.x executable`,
      `  - install k6 ${usableMajor}.x so that it is on PATH: https://grafana.com/docs/k6/latest/set-up/install-k6/`,
      `  - install Go ${search.pinned.goVersion} or newer, with access to a Go module proxy: https://go.dev/dl/`,
      '  - allow downloads from github.com, or set K6_RELEASE_URL to the URL of a folder with the files of',
      `    https://github.com/grafana/k6/releases/tag/v${search.pinned.version}`,
    ].join('\n'),
    attempts,
  );
}

export function unusableK6Binary(file: string, reason: string): K6UnavailableError {
  return new K6UnavailableError(
    `K6_BINARY is set to ${file}, but ${reason}. ` +
      `Set it to the path of a k6 ${usableMajor}.x executable, or unset it to have k6 looked for elsewhere.`,
    [{ way: 'K6_BINARY', reason }],
  );
}
