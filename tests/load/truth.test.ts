import { samplesNeeded } from '../../load/profiles/samples-needed';
import type { Latency } from '../../schemas/generated/types';
import { exactQuantile } from '../support/exact-quantile';
import { measureLoad, toleranceMs, type MeasuredLoad } from './measured-load';

const percentiles = [
  ['p50', 0.5],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;

/** The figures of a run beside those of the server's own log, off by more than is allowed. */
function wrong(name: string, latency: Latency, heldMs: readonly number[], measured: MeasuredLoad): string[] {
  return percentiles.flatMap(([figure, share]) => {
    if (heldMs.length < samplesNeeded(share))
      return latency[figure] === null ? [] : [`${name} ${figure} told`];
    const truth = exactQuantile(heldMs, share);
    const told = latency[figure] ?? NaN;
    return Math.abs(told - truth) <= toleranceMs(truth, measured)
      ? []
      : [`${name} ${figure}: told ${told} ms, truth ${truth} ms`];
  });
}

test('percentiles of all brands and of each are those of the server that drew them', async () => {
  const latency = ['3=lognormal:20,0.5', '4=uniform:50,500', '5=mixture:0.9*constant:100+0.1*constant:1000'];
  const measured = await measureLoad(latency, ['--rate', '90', '--duration', '14s']);
  const { load, truth } = measured;
  expect(load.validity.reasons).toEqual([]);
  expect(load.requests).toBe(1_260);
  const heldOf = (brand?: string): number[] =>
    truth.filter((line) => brand === undefined || line.brand === brand).map(({ heldMs }) => heldMs);
  expect([
    ...wrong('all', load.latency, heldOf(), measured),
    ...['3', '4', '5'].flatMap((brand) => {
      const figures = load.brands[brand];
      return figures === undefined ? [`no brand ${brand}`] : wrong(brand, figures, heldOf(brand), measured);
    }),
  ]).toEqual([]);
}, 240_000);

/**
 * Arrivals go on at their rate while the server stands still for `stallMs`: the one that comes at the start of the stall
 * waits for all of it, the next one `1 / rate` less, and so on. The share s of all requests that waited longest
 * are the first s × runMs of the stall, so that the (1 - s) quantile is stallMs - s × runMs.
 */
test('a stall of 2 s is in p95, p99 and max as clients see it who do not wait for each other', async () => {
  // The command's own first request, its reading of the one chatroom, and five seconds of the run.
  const [baseMs, stallMs, runMs, rate] = [5, 2_000, 12_000, 40];
  const measured = await measureLoad(
    [`constant:${baseMs}`, 'stall:after=202,for=2s'],
    ['--rate', String(rate), '--duration', `${runMs}ms`],
    { POPSELL_BRANDS: '3:301' },
  );
  const { latency, validity } = measured.load;
  expect(validity.reasons).toEqual([]);
  const expected = {
    p50: baseMs,
    p95: baseMs + stallMs - 0.05 * runMs,
    p99: baseMs + stallMs - 0.01 * runMs,
    max: baseMs + stallMs,
  };
  const betweenArrivalsMs = 1_000 / rate;
  for (const figure of ['p50', 'p95', 'p99', 'max'] as const) {
    const offMs = Math.abs((latency[figure] ?? NaN) - expected[figure]);
    const arrivalMs = figure === 'p50' ? 0 : betweenArrivalsMs;
    expect({
      figure,
      offMs: offMs <= toleranceMs(expected[figure], measured) + arrivalMs ? 0 : offMs,
    }).toEqual({
      figure,
      offMs: 0,
    });
  }
  expect(
    wrong(
      'all',
      latency,
      measured.truth.map(({ heldMs }) => heldMs),
      measured,
    ),
  ).toEqual([]);
}, 240_000);
