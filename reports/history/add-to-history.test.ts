import type { HistoryRun } from '../../schemas/generated/types';
import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { aHistory, usualP95s } from '../fixtures/a-history';
import { failedRun, loadOnlyRun } from '../fixtures/runs';
import { addToHistory } from './add-to-history';
import { entryOfRun } from './entry-of-run';

const entry = (differences: Partial<HistoryRun> = {}): HistoryRun => ({
  ...entryOfRun(failedRun()),
  ...differences,
});

describe('addToHistory', () => {
  it('makes what the schema describes', () => {
    const validate = validatorFor(createAjv(), 'history');
    expect(validate(addToHistory(aHistory(usualP95s(3)), entry()))).toBe(true);
  });

  it('keeps runs in order of time, whenever they are added', () => {
    const { runs } = addToHistory(aHistory([300, 310]), entry({ startedAt: '2026-02-28T20:00:00Z' }));
    expect(runs.map(({ startedAt }) => startedAt.slice(0, 10))).toEqual([
      '2026-02-28',
      '2026-02-28',
      '2026-03-01',
    ]);
  });

  it('replaces a run whose report is rendered again', () => {
    const once = addToHistory(aHistory([300]), entry());
    expect(addToHistory(once, entry({ headline: 'anew' })).runs.map(({ headline }) => headline)).toEqual([
      expect.any(String),
      'anew',
    ]);
  });

  it('completes a run whose load came later', () => {
    const contractAlone = addToHistory({ runs: [] }, entry({ load: null }));
    expect(addToHistory(contractAlone, entry()).runs).toHaveLength(1);
  });

  it('does not take another target for the same one', () => {
    const other = entry({ target: { name: 'production', baseUrl: 'https://api.example.org' } });
    expect(addToHistory({ runs: [entry()] }, other).runs).toHaveLength(2);
  });

  it('keeps 200 runs of each target, and the choices of the newest alone', () => {
    const { runs } = addToHistory(aHistory(usualP95s(230)), entry());
    expect(runs).toHaveLength(200);
    expect(runs.filter(({ contract }) => contract?.choices !== undefined)).toHaveLength(10);
    expect(runs.at(-1)).toEqual(entry());
    expect(JSON.stringify(runs).length).toBeLessThan(200_000);
  });

  it('remembers that a run was accepted', () => {
    const marked = entry();
    if (marked.load !== null) marked.load.newBaseline = true;
    const { runs } = addToHistory({ runs: [marked] }, entryOfRun(loadOnlyRun()));
    expect(runs.map(({ load }) => load?.newBaseline)).toEqual([true]);
  });
});
