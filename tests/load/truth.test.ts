import { samplesNeeded } from '../../load/profiles/samples-needed';
import type { Latency } from '../../schemas/generated/types';
import { exactQuantile } from '../support/exact-quantile';
import { toleranceMs, wrongFigures, type MeasuredLoad } from './measured-load';

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
  const wrongIn = (measured: MeasuredLoad): string[] => {
    const { load, truth } = measured;
    const heldOf = (brand?: string): number[] =>
      truth.filter((line) => brand === undefined || line.brand === brand).map(({ heldMs }) => heldMs);
    return [
      ...(load.requests === 1_260 ? [] : [`${load.requests} requests`]),
      ...wrong('all', load.latency, heldOf(), measured),
      ...['3', '4', '5'].flatMap((brand) => {
        const figures = load.brands[brand];
        return figures === undefined ? [`no brand ${brand}`] : wrong(brand, figures, heldOf(brand), measured);
      }),
    ];
  };
  expect(await wrongFigures(latency, ['--rate', '90', '--duration', '14s'], wrongIn)).toEqual([]);
}, 240_000);

/**
 * Arrivals go on at their rate while the server stands still for `stallMs`: the one that comes at the start of the stall
 * waits for all of it, the next one `1 / rate` less, and so on. The share s of all requests that waited longest
 * are the first s × runMs of the stall, so that the (1 - s) quantile is stallMs - s × runMs.
 */
test('a stall of 2 s is in p95, p99 and max as clients see it who do not wait for each other', async () => {
  // The command's own first request, its reading of the one chatroom, and five seconds of the run.
  const [baseMs, stallMs, runMs, rate] = [5, 2_000, 12_000, 40];
  const expected = {
    p50: baseMs,
    p95: baseMs + stallMs - 0.05 * runMs,
    p99: baseMs + stallMs - 0.01 * runMs,
    max: baseMs + stallMs,
  };
  const betweenArrivalsMs = 1_000 / rate;
  const wrongIn = (measured: MeasuredLoad): string[] => {
    const { latency } = measured.load;
    const derived = (['p50', 'p95', 'p99', 'max'] as const).flatMap((figure) => {
      const arrivalMs = figure === 'p50' ? 0 : betweenArrivalsMs;
      const allowedMs = toleranceMs(expected[figure], measured) + arrivalMs;
      return Math.abs((latency[figure] ?? NaN) - expected[figure]) <= allowedMs
        ? []
        : [`${figure}: told ${latency[figure]} ms, derived ${expected[figure]} ms`];
    });
    const heldMs = measured.truth.map((line) => line.heldMs);
    return [...derived, ...wrong('all', latency, heldMs, measured)];
  };
  expect(
    await wrongFigures(
      [`constant:${baseMs}`, 'stall:after=202,for=2s'],
      ['--rate', String(rate), '--duration', `${runMs}ms`],
      wrongIn,
      { POPSELL_BRANDS: '3:301' },
    ),
  ).toEqual([]);
}, 240_000);
