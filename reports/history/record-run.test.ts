import { aContractResult, obligationsBut } from '../fixtures/a-contract-result';
import { aHistory, aRunAfter, aSlowerRun, usualP95s } from '../fixtures/a-history';
import { aLoadResult } from '../fixtures/a-load-result';
import { aRun, failedRun, invalidRun } from '../fixtures/runs';
import { renderPage } from '../page/page';
import type { Run } from '../run/run';
import { verdictSentence } from '../verdict/sentence';
import { runState } from '../verdict/state';
import { recordRun } from './record-run';

const newest = (p95s: readonly number[], run: Run = aRun()) =>
  recordRun(run, aHistory(p95s), { gates: true });

describe('what changed since the last run', () => {
  it('is nothing for the first one', () => {
    expect(newest([]).run.history?.changes).toBeNull();
  });

  it('names what is newly broken, and the change of p95', () => {
    expect(newest([300], failedRun()).run.history?.changes).toMatchObject({
      violated: [
        { id: '200/body/last_summary', held: true },
        { id: '422/header/X-Popsell-Brand/missing', held: true },
        { id: '422/body/errors', held: true },
      ],
      fixed: [],
      p95: { beforeMs: 300, nowMs: expect.closeTo(312, 0) as number },
    });
  });

  it('names what is fixed', () => {
    const { history } = recordRun(failedRun(), { runs: [] }, { gates: true });
    const later = aContractResult({ startedAt: '2026-03-03T08:00:00Z' });
    const load = aLoadResult({ startedAt: '2026-03-03T08:01:00Z' });
    expect(aRunAfter(history, aRun({ contract: later, load })).history?.changes).toMatchObject({
      violated: [],
      fixed: ['200/body/last_summary', '422/header/X-Popsell-Brand/missing', '422/body/errors'],
    });
  });

  it('does not call fixed what was not tried', () => {
    const { history } = recordRun(failedRun(), { runs: [] }, { gates: true });
    const contract = aContractResult({
      startedAt: '2026-03-03T08:00:00Z',
      obligations: obligationsBut({ '422/body/errors': { state: 'not-tried' } }),
    });
    const { changes } = aRunAfter(history, aRun({ contract, load: null })).history ?? {};
    expect(changes?.fixed).not.toContain('422/body/errors');
  });

  it('names choices that changed', () => {
    const choice = { id: '12/other-brand', title: 'Another brand', allowed: '403 or 404' };
    const before = aRun({ contract: aContractResult({ choices: [{ ...choice, observed: '404' }] }) });
    const { history } = recordRun(before, { runs: [] }, { gates: true });
    const contract = aContractResult({
      startedAt: '2026-03-03T08:00:00Z',
      choices: [{ ...choice, observed: '403' }],
    });
    expect(aRunAfter(history, aRun({ contract, load: null })).history?.changes?.choices).toEqual([
      { id: '12/other-brand', before: '404', now: '403' },
    ]);
  });

  it('compares p95 with runs of the same traffic alone', () => {
    const run = aRun({ load: aLoadResult({ profile: 'stress' }) });
    expect(newest([300], run).run.history?.changes).toMatchObject({ loadSince: null, p95: null });
  });

  it('compares no p95 that holds delays of the generator', () => {
    const load = aLoadResult();
    const cautions = ['One request in twenty was begun more than 30 ms after its time.'];
    const run = aRun({ load: { ...load, validity: { ...load.validity, cautions } } });
    expect(newest([300], run).run.history?.changes).toMatchObject({ loadSince: null, p95: null });
    expect(renderPage(run)).toContain(cautions[0]);
  });
});

describe('speed', () => {
  const slow = aSlowerRun(1.3);

  it('fails a run that is confirmed to be slower, and says so first', () => {
    const { run, history } = newest([...usualP95s(30), 400, 410], slow);
    expect(runState(run)).toBe('failed');
    expect(verdictSentence(run)).toMatch(/p95\s406\sms, \d+\s% slower than its earlier runs; valid run$/);
    expect(history.runs.at(-1)).toMatchObject({ state: 'failed' });
  });

  it('asks for two more runs before', () => {
    const { run } = newest(usualP95s(30), slow);
    expect(run.history?.speed?.state).toBe('suspected');
    expect(runState(run)).toBe('passed');
  });

  it('fails nothing where the history only informs', () => {
    const { run } = recordRun(slow, aHistory([...usualP95s(30), 400, 410]), { gates: false });
    expect(run.history?.speed?.state).toBe('regressed');
    expect(runState(run)).toBe('passed');
  });

  it('leaves invalid runs out', () => {
    expect(newest(usualP95s(30), invalidRun()).run.history?.speed).toBeNull();
    const history = aHistory(usualP95s(30));
    for (const { load } of history.runs.slice(0, 15)) if (load !== null) load.verdict = 'invalid';
    expect(aRunAfter(history).history?.speed?.figures[0]?.judgement.runsBefore).toBe(15);
  });

  it('is that of each brand, too', () => {
    const { brands } = aLoadResult();
    const load = aLoadResult({
      brands: { ...brands, '4': { ...aLoadResult().latency, p95: 900 } },
    });
    const figures = newest(usualP95s(30), aRun({ load })).run.history?.speed?.figures;
    expect(figures?.map(({ name, judgement }) => [name, judgement.state])).toEqual([
      ['p95', 'steady'],
      ['brand 3, p95', 'steady'],
      ['brand 4, p95', 'suspected'],
    ]);
  });

  it('begins anew where it is accepted', () => {
    const history = aHistory([...usualP95s(30), 400, 410]);
    const { run } = recordRun(slow, history, { gates: true, newBaseline: true });
    expect(run.history?.speed?.state).toBe('few-runs');
    expect(runState(run)).toBe('passed');
  });
});

it('leaves a shard out: it is a part of a run', () => {
  const run = aRun({ contract: null, load: aLoadResult({ shard: { index: 1, count: 2 } }) });
  expect(recordRun(run, { runs: [] }, { gates: true })).toEqual({ run, history: { runs: [] } });
});

describe('the first screen', () => {
  const textOf = (run: Run): string =>
    (renderPage(run).split('<nav')[0] ?? '').replace(/<[^>]*>/g, '').replace(/[\s\u00a0]+/g, ' ');

  it.each([
    ['what is newly broken', [300], failedRun(), 'Newly broken: errors names the field'],
    ['how p95 changed', [300], aRun(), 'p95 300 ms → 312 ms (+4 %)'],
    ['that nothing changed', [312], aRun(), 'No obligation and no recorded choice changed'],
    [
      'that an invalid run is not compared',
      [312],
      invalidRun(),
      'p95 is not compared: the load run is not valid',
    ],
    [
      'that a run with a caution is not compared',
      [312],
      aRun({ load: aLoadResult({ validity: { ...aLoadResult().validity, cautions: ['late'] } }) }),
      'p95 is not compared: a run with a caution does not count for the usual speed',
    ],
    ['that it is the first', [], aRun(), 'This is the first run of its kind in the history.'],
  ])('says %s', (_, p95s, run, text) => {
    expect(textOf(newest(p95s, run).run)).toContain(text);
  });

  it('says where no history is kept, and how to keep one', () => {
    expect(textOf(aRun()).includes('No history is kept: --history FILE keeps one.')).toBe(true);
  });
});
