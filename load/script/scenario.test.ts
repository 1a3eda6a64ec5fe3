import { planRun } from '../profiles/plan';
import { k6Options, roundedArrivals } from './scenario';

const brands = { brandIds: [3], brandShares: [1] };

it('an open profile is a ramping arrival rate with all its VUs from the start', () => {
  const { scenarios } = k6Options(planRun({ profile: 'smoke', ...brands, ratePerSecond: 0.5 }), [3], []);
  expect(scenarios?.['smoke']).toMatchObject({
    executor: 'ramping-arrival-rate',
    startRate: 30,
    timeUnit: '60s',
    preAllocatedVUs: 10,
    maxVUs: 10,
    stages: [
      { target: 30, duration: '10000.1ms' },
      { target: 0, duration: '0ms' },
      { target: 0, duration: '500ms' },
    ],
  });
});

it('a closed profile is a constant number of VUs', () => {
  const { scenarios } = k6Options(planRun({ profile: 'contention', ...brands }), [3], []);
  expect(scenarios?.['contention']).toMatchObject({ executor: 'constant-vus', vus: 20, duration: '20000ms' });
});

it('sets the limits, and asks k6 to keep figures of every brand, bucket and status', () => {
  const { thresholds } = k6Options(planRun({ profile: 'smoke', ...brands }), [3], ['3/301']);
  expect(thresholds).toMatchObject({
    popsell_latency: ['p(95)<=300', 'p(99)<=800'],
    'popsell_latency{brand:3}': ['max>=0', 'p(95)<=400', 'p(99)<=1000'],
    'popsell_latency{bucket:3/301}': ['max>=0'],
    'popsell_latency{status:200}': ['max>=0'],
    http_req_failed: ['rate<=0.001'],
    popsell_violations: ['count==0'],
  });
});

it('sets none where k6 must not keep its samples', () => {
  expect(k6Options(planRun({ profile: 'soak', ...brands }), [3], ['3/301']).thresholds).toEqual({});
});

it('tags no request with its url', () => {
  const { systemTags } = k6Options(planRun({ profile: 'smoke', ...brands }), [3], []);
  expect(systemTags).toEqual(['status', 'error_code']);
});

it('a target with a name is looked up once, and one with an address never', () => {
  const plan = planRun({ profile: 'smoke', ...brands });
  expect(k6Options(plan, [3], [], 'https://staging.example.org/api')).toMatchObject({ dns: { ttl: 'inf' } });
  expect(k6Options(plan, [3], [], 'http://127.0.0.1:4010/api')).toMatchObject({ blockHostnames: ['*'] });
});

it('tells when requests are due by the rates that k6 gets, in whole arrivals a minute', () => {
  const stages = [{ toRatePerSecond: 0.51, seconds: 60 }];
  expect(roundedArrivals({ startRatePerSecond: 0.51, stages })).toEqual({
    startRatePerSecond: 31 / 60,
    stages: [{ toRatePerSecond: 31 / 60, seconds: 60 }],
  });
});

it.each([
  [60, 8],
  [70, 10],
  [110, 20],
])('the last of %d requests a second for %d s is sent, as k6 adds up', (ratePerSecond, durationSeconds) => {
  const { scenarios } = k6Options(
    planRun({ profile: 'smoke', ...brands, ratePerSecond, durationSeconds }),
    [3],
    [],
  );
  const [scenario] = Object.values(scenarios ?? {});
  if (scenario?.executor !== 'ramping-arrival-rate') throw new Error('no open model');
  // In nanoseconds, as in its source (ramping_arrival_rate.go).
  const arrivals = scenario.stages.reduce(
    (sum, { target, duration }) => sum + Number.parseFloat(duration) * 1e6 * (target / 60e9),
    0,
  );
  expect(Math.floor(arrivals)).toBe(ratePerSecond * durationSeconds);
});
