import type { HistoryRun } from '../../schemas/generated/types';
import { changePoints } from '../statistics/change-points';
import { judgeSeries, type SpeedJudgement, type SpeedState } from './judge-series';

/** How fast a run was beside those of its series. */
export interface Speed {
  /** The worst of its figures. */
  readonly state: SpeedState;
  /** False: the history is kept for reading, and a regression fails nothing. */
  readonly gates: boolean;
  readonly figures: readonly SpeedFigure[];
  /** The series up to this run, oldest first, and where its p95 changed: indices into it. */
  readonly series: readonly HistoryRun[];
  readonly changes: readonly number[];
}

export interface SpeedFigure {
  /** "p95", or "brand 3, p95". */
  readonly name: string;
  readonly judgement: SpeedJudgement;
}

const byWeight: readonly SpeedState[] = ['regressed', 'suspected', 'warned', 'cleared', 'steady', 'few-runs'];

/** Judges the last of a series of valid runs, oldest first: overall, and brand by brand. */
export function speedOf(runs: readonly HistoryRun[], gates: boolean): Speed | null {
  // An accepted run begins a new series: what came before was another speed.
  const begin = runs.findLastIndex(({ load }) => load?.newBaseline === true);
  const series = runs.slice(Math.max(0, begin));
  const brands = Object.keys(series.at(-1)?.load?.brands ?? {});
  const figures = [
    figureOf('p95', series, ({ load }) => load?.p95),
    ...brands.map((id) => figureOf(`brand ${id}, p95`, series, ({ load }) => load?.brands[id])),
  ].filter((figure) => figure !== null);
  if (figures.length === 0) return null;
  return {
    state: byWeight.find((state) => figures.some(({ judgement }) => judgement.state === state)) ?? 'few-runs',
    gates,
    figures,
    series: runs,
    changes: changePoints(runs.map(({ load }) => load?.p95 ?? 0)),
  };
}

function figureOf(
  name: string,
  series: readonly HistoryRun[],
  value: (run: HistoryRun) => number | null | undefined,
): SpeedFigure | null {
  const newest = series.at(-1);
  if (newest === undefined || typeof value(newest) !== 'number') return null;
  const judgement = judgeSeries(series.flatMap((run) => value(run) ?? [])).at(-1);
  return judgement === undefined ? null : { name, judgement };
}
