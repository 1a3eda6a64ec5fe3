import type { HistoryFile, HistoryRun } from '../../schemas/generated/types';
import { speedOf, type Speed } from '../regression/speed-of';
import { isSameRun } from './add-to-history';
import { changesOf, isValidLoad, type Changes } from './changes';

/** What earlier runs say about one. */
export interface RunHistory {
  /** Of the same target, oldest first, at most 30; the last is the run itself. */
  readonly runs: readonly HistoryRun[];
  /** The same, as far as the history knows them: what travels in the run's folder. */
  readonly known: readonly HistoryRun[];
  /** Whether a confirmed regression fails the run. */
  readonly gates: boolean;
  readonly changes: Changes | null;
  /** Null: the run has no valid load figures. */
  readonly speed: Speed | null;
}

const shownRuns = 30;
/** More than a decision needs, so that changes of level show. */
const seriesLength = 120;

/**
 * Looks back from a run that is part of the history.
 * @param verified ids of the obligations that the run verified
 * @param gates whether a confirmed regression fails the run
 */
export function runHistory(
  { runs }: HistoryFile,
  entry: HistoryRun,
  verified: ReadonlySet<string>,
  gates: boolean,
): RunHistory {
  const own = runs.filter(({ target }) => target.name === entry.target.name);
  const at = own.findIndex((run) => isSameRun(run, entry));
  const until = own.slice(0, at + 1);
  const newest = until.at(-1) ?? entry;
  const series = until.filter((run) => isValidLoad(run) && run.load?.series === newest.load?.series);
  return {
    runs: until.slice(-shownRuns),
    known: until,
    gates,
    changes: changesOf(newest, until.slice(0, -1), verified),
    speed: isValidLoad(newest) ? speedOf(series.slice(-seriesLength), gates) : null,
  };
}
