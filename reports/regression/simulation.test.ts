import { seededRandom } from '../statistics/seeded-random';
import { judgeSeries } from './judge-series';

type Deviate = (random: () => number) => number;

const normal: Deviate = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Student's t: a normal over the root of a mean square of others. Few degrees of freedom: heavy tails. */
const studentT =
  (degrees: number): Deviate =>
  (random) => {
    const square = Array.from({ length: degrees }, () => normal(random) ** 2).reduce((a, b) => a + b, 0);
    return normal(random) / Math.sqrt(square / degrees);
  };

const noises: Readonly<Record<string, Deviate>> = {
  normal,
  'Student t, 3 degrees': studentT(3),
  'Student t, 2 degrees': studentT(2),
  'log-normal': (random) => Math.exp(normal(random)) - 1,
  'normal, one run in twenty half as slow again': (random) => normal(random) + (random() < 0.05 ? 10 : 0),
};

const levelMs = 300;
const runsOfSeries = 120;

/** p95 of runs in which nothing changes but by noise, `spread` as a share of the level. */
function series(noise: Deviate, spread: number, seed: number, runs = runsOfSeries): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: runs }, () => Math.max(1, levelMs * (1 + spread * noise(random))));
}

describe('false alarms, in runs where nothing changed', () => {
  const cases = Object.entries(noises).flatMap(([name, noise]) =>
    [0.02, 0.05, 0.1].map((spread) => [name, spread, noise] as const),
  );

  it.each(cases)('%s, spread %d: at most 1 run in 500 fails', (_, spread, noise) => {
    const judged = Array.from({ length: 150 }, (__, seed) =>
      judgeSeries(series(noise, spread, seed + 1)),
    ).flat();
    const failing = judged.filter(({ state }) => state === 'regressed').length;
    expect(judged.length).toBe(18_000);
    expect(failing / judged.length).toBeLessThanOrEqual(1 / 500);
  });
});

describe('power', () => {
  const shifted = (noise: Deviate, spread: number, seed: number, before: number): number[] => {
    const values = series(noise, spread, seed, before + 3);
    return values.map((value, index) => (index < before ? value : value * 1.2));
  };

  it.each([
    ['normal, spread 2 %', normal, 0.02, 30],
    ['normal, spread 3 %', normal, 0.03, 30],
    ['normal, spread 3 %, twenty runs before', normal, 0.03, 20],
    ['Student t with 3 degrees, spread 2 %', studentT(3), 0.02, 30],
  ] as const)(
    'finds a shift of 20 %% within three runs in at least 90 %% of series: %s',
    (_, noise, spread, before) => {
      const found = Array.from({ length: 400 }, (__, seed) =>
        judgeSeries(shifted(noise, spread, seed + 1, before)),
      ).filter((judged) => judged.at(-1)?.state === 'regressed');
      expect(found.length / 400).toBeGreaterThanOrEqual(0.9);
    },
  );
});
