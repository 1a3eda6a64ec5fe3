import { judgeSeries, type SpeedJudgement } from './judge-series';

/** Runs that vary by 2 % around 300 ms, the same at each call. */
const usual = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => 300 + ((index * 7) % 13) - 6);

const last = (values: readonly number[]): SpeedJudgement | undefined => judgeSeries(values).at(-1);

describe('judgeSeries', () => {
  it('says nothing below ten runs', () => {
    expect(last([...usual(9), 900])).toMatchObject({ state: 'few-runs', runsBefore: 9, limitMs: null });
  });

  it.each([10, 19])('only warns after %i runs', (count) => {
    expect(last([...usual(count), 400])).toMatchObject({ state: 'warned', runsBefore: count, runsWanted: 0 });
  });

  it('asks for two more runs after twenty', () => {
    expect(last([...usual(20), 400])).toMatchObject({ state: 'suspected', runsWanted: 2 });
    expect(last([...usual(20), 400, 400])).toMatchObject({ state: 'suspected', runsWanted: 1 });
  });

  it('fails with the third slow run', () => {
    const { state, pValue, shift } = last([...usual(20), 400, 410, 405]) ?? {};
    expect(state).toBe('regressed');
    expect(pValue).toBeCloseTo(1 / 1771, 12);
    expect(shift).toBeCloseTo(0.35, 1);
  });

  it('compares with the last thirty runs alone', () => {
    const { runsBefore, medianMs } = last([...usual(40).map((value) => value * 3), ...usual(30)]) ?? {};
    expect(runsBefore).toBe(30);
    expect(medianMs).toBeCloseTo(300, -1);
  });

  it('clears a suspicion that two more runs do not share', () => {
    expect(last([...usual(30), 400, 301, 299])).toMatchObject({ state: 'cleared', runsWanted: 0 });
    expect(last([...usual(30), 400, 301, 299, 302])).toMatchObject({ state: 'steady', runsBefore: 30 });
  });

  it('keeps failing until two of the last three runs are back', () => {
    const slow = [...usual(30), 400, 410, 405, 402];
    expect(last([...slow])).toMatchObject({ state: 'regressed', medianMs: expect.closeTo(300, 0) as number });
    expect(last([...slow, 300])).toMatchObject({ state: 'regressed' });
    expect(last([...slow, 300, 301])).toMatchObject({ state: 'cleared' });
    expect(last([...slow, 300, 301, 300])).toMatchObject({ state: 'steady' });
  });

  it.each([
    ['10 %', 300, 329, 331],
    ['5 ms', 20, 24.9, 25.1],
  ])('lets runs that never varied rise by %s', (_, level, within, above) => {
    const flat = Array.from({ length: 20 }, () => level);
    expect(last([...flat, within])).toMatchObject({ state: 'steady' });
    expect(last([...flat, above])).toMatchObject({ state: 'suspected' });
  });

  it('lets runs that vary much rise by three deviations', () => {
    const wide = Array.from({ length: 21 }, (_, index) => 200 + index * 10);
    // Median 300, MAD 50: 300 + 3 × 1.4826 × 50.
    expect(last([...wide, 300])?.limitMs).toBeCloseTo(522.39, 2);
  });
});
