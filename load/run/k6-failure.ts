import type { K6Exit } from './k6-process';

/** Every end that leaves whole figures: all well, or thresholds crossed. */
const soundExitCodes: readonly (number | null)[] = [0, 99];

/** Why a run is not valid because of how k6 ended, with k6's own words; undefined for a sound end. */
export function k6FailureOf(exit: K6Exit, lastError: string | undefined): string | undefined {
  if (exit.startError !== undefined) return `k6 could not be started: ${exit.startError}.`;
  if (exit.exceededBytes !== undefined) return exceeded(exit.exceededBytes);
  if (soundExitCodes.includes(exit.exitCode)) return undefined;
  const how = exit.exitCode === null ? 'was killed' : `ended with exit code ${exit.exitCode}`;
  return lastError === undefined ? `k6 ${how}.` : `k6 ${how}: ${lastError}`;
}

function exceeded(bytes: number): string {
  return (
    `k6 was stopped because it took ${Math.round(bytes / 2 ** 20)} MiB: it reads answers whole, and these are huge or never end. ` +
    'Look at one with curl; GOMEMLIMIT=4GiB allows more.'
  );
}
