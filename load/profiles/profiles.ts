import type { Profile, Stage, Thresholds, TrafficShape } from './profile';

const thresholds: Thresholds = {
  overall: { p95LimitMs: 300, p99LimitMs: 800 },
  perBrand: { p95LimitMs: 400, p99LimitMs: 1_000 },
  failureShareLimit: 0.001,
};

/** Every request is a function of its number alone, so that shards send exactly what one process would. */
const traffic: TrafficShape = { popularity: 'uniform', ownedShare: 0 };
/** Which client a request falls to is up to k6: what owners send is not the same in every run. */
const withOwners: TrafficShape = { popularity: 'uniform', ownedShare: 0.1 };

/** Rates in steps, each held long enough to be judged by itself. */
function steps(ratesPerSecond: readonly number[], secondsEach: number): Stage[] {
  return ratesPerSecond.flatMap((toRatePerSecond) => [
    { toRatePerSecond, seconds: 0 },
    { toRatePerSecond, seconds: secondsEach },
  ]);
}

/** The shapes of load, as numbers. `--rate` and `--duration` scale them and keep their proportions. */
export const profiles = {
  smoke: {
    model: 'open',
    purpose: 'Shows within seconds that the target, the suite and the path between them work.',
    startRatePerSecond: 50,
    stages: [{ toRatePerSecond: 50, seconds: 10 }],
    timeoutSeconds: 5,
    thresholds,
    traffic,
    exactPercentiles: true,
  },
  load: {
    model: 'open',
    purpose: 'The traffic of a usual busy hour.',
    startRatePerSecond: 0,
    stages: [
      { toRatePerSecond: 100, seconds: 30 },
      { toRatePerSecond: 100, seconds: 240 },
      { toRatePerSecond: 0, seconds: 30 },
    ],
    timeoutSeconds: 10,
    thresholds,
    traffic,
    exactPercentiles: true,
  },
  stress: {
    model: 'open',
    purpose: 'Four times the usual traffic: how the target behaves beyond what it is sized for.',
    startRatePerSecond: 0,
    stages: [
      { toRatePerSecond: 100, seconds: 30 },
      { toRatePerSecond: 400, seconds: 120 },
      { toRatePerSecond: 400, seconds: 120 },
      { toRatePerSecond: 0, seconds: 30 },
    ],
    timeoutSeconds: 5,
    thresholds: {
      overall: { p95LimitMs: 800, p99LimitMs: 2_000 },
      perBrand: { p95LimitMs: 1_000, p99LimitMs: 2_500 },
      failureShareLimit: 0.01,
    },
    traffic,
    exactPercentiles: true,
  },
  spike: {
    model: 'open',
    purpose: 'Ten times the traffic from one second to the next, and whether the target recovers.',
    startRatePerSecond: 30,
    stages: [
      { toRatePerSecond: 30, seconds: 30 },
      { toRatePerSecond: 300, seconds: 2 },
      { toRatePerSecond: 300, seconds: 30 },
      { toRatePerSecond: 30, seconds: 2 },
      { toRatePerSecond: 30, seconds: 56 },
    ],
    timeoutSeconds: 5,
    thresholds: {
      overall: { p95LimitMs: 800, p99LimitMs: 2_000 },
      perBrand: { p95LimitMs: 1_000, p99LimitMs: 2_500 },
      failureShareLimit: 0.01,
    },
    traffic,
    exactPercentiles: true,
  },
  soak: {
    model: 'open',
    purpose: 'Steady traffic for an hour: leaks, fragmentation, slow growth.',
    startRatePerSecond: 0,
    stages: [
      { toRatePerSecond: 50, seconds: 60 },
      { toRatePerSecond: 50, seconds: 3_480 },
      { toRatePerSecond: 0, seconds: 60 },
    ],
    timeoutSeconds: 10,
    thresholds,
    traffic: withOwners,
    exactPercentiles: false,
  },
  breakpoint: {
    model: 'open',
    purpose: 'Rising steps: the highest rate at which the thresholds are kept.',
    startRatePerSecond: 50,
    stages: steps([50, 100, 150, 200, 300, 400, 500, 600, 800, 1_000], 20),
    timeoutSeconds: 5,
    thresholds,
    traffic,
    exactPercentiles: false,
  },
  contention: {
    model: 'closed',
    purpose: 'Many clients on few chatrooms: every answer must still be that of its own request.',
    vus: 20,
    seconds: 20,
    roomsPerBrand: 2,
    timeoutSeconds: 10,
    thresholds,
    traffic: { popularity: 'uniform', ownedShare: 0.25 },
    exactPercentiles: true,
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;

export const profileNames = Object.keys(profiles) as ProfileName[];
