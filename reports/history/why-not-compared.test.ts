import { aHistory } from '../fixtures/a-history';
import { aLoadResult } from '../fixtures/a-load-result';
import { aRun } from '../fixtures/runs';
import type { Run } from '../run/run';
import { recordRun } from './record-run';
import { whyNotCompared } from './why-not-compared';

const { validity } = aLoadResult();

function recorded(p95s: readonly number[], run: Run, isInexact = false): Run {
  const { runs } = aHistory(p95s);
  const earlier = runs.map((one) => (one.load === null ? one : { ...one, load: { ...one.load, isInexact } }));
  return recordRun(run, { runs: earlier }, { gates: true }).run;
}

it.each([
  ['a run that is compared', recorded([300], aRun()), null],
  ['the first run', recorded([], aRun()), null],
  ['a run without a history', aRun(), null],
  [
    'a run that was interrupted',
    recorded([300], aRun({ load: aLoadResult({ interrupted: true }) })),
    'the load run was interrupted',
  ],
  [
    'a run with a caution',
    recorded([300], aRun({ load: aLoadResult({ validity: { ...validity, cautions: ['late'] } }) })),
    'a run with a caution does not count for the usual speed',
  ],
  [
    'a run after some with cautions',
    recorded([300, 301], aRun(), true),
    '2 earlier runs of the same kind had a caution, and such runs do not count',
  ],
])('%s', (_title, run, why) => {
  expect(whyNotCompared(run)).toBe(why);
});
