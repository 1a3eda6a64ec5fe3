import type { Run } from '../run/run';
import { plural } from '../text/numbers';
import { isSameRun } from './add-to-history';

/** Why the p95 of a run with load is not compared with an earlier one; null: it is, or no history is kept. */
export function whyNotCompared({ load, history }: Run): string | null {
  if (load === null || history === undefined || history.changes?.loadSince) return null;
  if (load.verdict === 'invalid') return 'the load run is not valid';
  if (load.interrupted) return 'the load run was interrupted';
  if (load.validity.cautions !== undefined) return 'a run with a caution does not count for the usual speed';
  const newest = history.known.at(-1);
  const inexact = history.known.filter(
    (one) =>
      newest !== undefined &&
      !isSameRun(one, newest) &&
      one.load?.isInexact === true &&
      one.load.series === newest.load?.series,
  ).length;
  if (inexact > 0)
    return `${plural(inexact, 'earlier run')} of the same kind had a caution, and such runs do not count`;
  return history.known.length > 1 ? 'no earlier valid run has the same profile, k6 and traffic' : null;
}
