import type { VNode } from 'preact';

import { plural } from '../text/numbers';
import type { RunHistory } from './run-history';
import { RunsTable } from './runs-table';
import { SpeedOverRuns } from './speed-over-runs';

/** The last runs of the target, as far as the history file knows them. */
export function HistorySection({ history }: { readonly history: RunHistory | undefined }): VNode | null {
  if (history === undefined) return null;
  const { runs, speed } = history;
  return (
    <section id="history">
      <h2>History</h2>
      <p class="lead">
        {runs.length === 1
          ? 'This is the first run of the target that the history knows.'
          : `The last ${plural(runs.length, 'run')} of the target that the history knows.`}
      </p>
      {speed !== null && speed.series.length > 1 && (
        <section>
          <h3>Speed</h3>
          <SpeedOverRuns speed={speed} />
        </section>
      )}
      <section>
        <h3>Runs</h3>
        <RunsTable caption="Runs of the target" runs={runs} current={runs.at(-1)} unfolded={10} />
      </section>
    </section>
  );
}
