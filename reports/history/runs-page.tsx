import type { VNode } from 'preact';

import type { HistoryFile, HistoryRun } from '../../schemas/generated/types';
import { Document, renderDocument } from '../page/document';
import { StateMark } from '../page/state-mark';
import { Code, Text } from '../page/text';
import { speedOf } from '../regression/speed-of';
import { formatTime, plural } from '../text/numbers';
import { isValidLoad } from './changes';
import { RunsTable } from './runs-table';
import { SpeedOverRuns } from './speed-over-runs';

/** By which a page of runs is known as one. */
export const runsPageGenerator = 'popsell-chatroom-suite, runs';

/** Charts of one page, the longest series first: a folder of ten targets is no reason for a page of megabytes. */
const shownCharts = 6;
const shownRuns = 200;

/**
 * All runs that a history knows, target by target.
 * @param addressOf where a run's own page is, relative to this one; undefined: nobody knows
 */
export function renderRunsPage(
  { runs }: HistoryFile,
  addressOf: (run: HistoryRun) => string | undefined,
): string {
  const targets = byTarget(runs);
  return renderDocument(
    <Document title="Runs · Popsell chatroom API" generator={runsPageGenerator}>
      <header class="masthead">
        <p class="kicker">Popsell chatroom API · contract and load</p>
        <h1>
          {plural(runs.length, 'run')} of {plural(targets.length, 'target')}
        </h1>
      </header>
      <main>
        {targets.map((own, index) => (
          <Target runs={own} index={index} addressOf={addressOf} />
        ))}
      </main>
    </Document>,
  );
}

interface TargetProps {
  readonly runs: readonly HistoryRun[];
  readonly index: number;
  readonly addressOf: (run: HistoryRun) => string | undefined;
}

function Target({ runs, index, addressOf }: TargetProps): VNode | null {
  const newest = runs.at(-1);
  if (newest === undefined) return null;
  return (
    <section id={`target-${index + 1}`}>
      <h2>
        <Text length={80}>{newest.target.name}</Text> <StateMark state={newest.state} />
      </h2>
      <p class="lead">
        <Code length={200}>{newest.target.baseUrl}</Code> · last run {formatTime(newest.startedAt)}
      </p>
      {index < shownCharts && <NewestSeries runs={runs} index={index} />}
      <section>
        <h3>Runs</h3>
        <RunsTable
          caption={`Runs of ${newest.target.name}`}
          runs={runs.slice(-shownRuns)}
          unfolded={30}
          linkTo={addressOf}
        />
      </section>
    </section>
  );
}

/** The series that the newest valid run belongs to. */
function NewestSeries({ runs, index }: { readonly runs: readonly HistoryRun[]; readonly index: number }) {
  const newest = runs.findLast(isValidLoad);
  const series = runs.filter((run) => isValidLoad(run) && run.load?.series === newest?.load?.series);
  const speed = series.length > 1 ? speedOf(series, false) : null;
  return speed === null ? null : (
    <section>
      <h3>Speed</h3>
      <SpeedOverRuns speed={speed} id={`target-${index + 1}`} />
    </section>
  );
}

/** The target with the newest run first. */
function byTarget(runs: readonly HistoryRun[]): HistoryRun[][] {
  const targets = new Map<string, HistoryRun[]>();
  for (const run of [...runs].reverse()) {
    targets.set(run.target.name, [run, ...(targets.get(run.target.name) ?? [])]);
  }
  return [...targets.values()];
}
