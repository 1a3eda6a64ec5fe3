import { k6Environment, type K6EnvironmentOptions } from './k6-environment';

const options: K6EnvironmentOptions = {
  target: {
    name: 'reference',
    baseUrl: 'http://127.0.0.1:4010/api/v2',
    token: 'a-secret',
    forbiddenToken: 'another-secret',
    brands: [{ id: 3, chatrooms: [301] }],
    unknownChatroom: 9,
  },
  profile: 'smoke',
  seed: 7,
  ratePerSecond: 20,
  maxRatePerSecond: undefined,
  durationSeconds: undefined,
  exactPercentiles: true,
  vus: 10,
  summaryFile: '/tmp/summary.json',
  brandsFile: undefined,
  otlpEndpoint: '127.0.0.1:4318',
};

it('hands over the target and the options', () => {
  expect(k6Environment({}, options)).toMatchObject({
    POPSELL_BASE_URL: 'http://127.0.0.1:4010/api/v2',
    POPSELL_TOKEN: 'a-secret',
    POPSELL_BRANDS: '3:301',
    LOAD_PROFILE: 'smoke',
    LOAD_SEED: '7',
    LOAD_RATE: '20',
    LOAD_DURATION: '',
    K6_NO_USAGE_REPORT: 'true',
    K6_OTEL_HTTP_EXPORTER_ENDPOINT: '127.0.0.1:4318',
  });
});

it("keeps the caller's proxy and options, and drops what would change k6 behind the suite's back", () => {
  const own = { HTTPS_PROXY: 'p', LOAD_POPULARITY: 'zipf', K6_DURATION: '1h', OTEL_SERVICE_NAME: 'x' };
  const environment = k6Environment(own, options);
  expect(environment).toMatchObject({ HTTPS_PROXY: 'p', LOAD_POPULARITY: 'zipf' });
  expect(environment).not.toHaveProperty('K6_DURATION');
  expect(environment).not.toHaveProperty('OTEL_SERVICE_NAME');
});

it('does not hand over the token that k6 has no use for', () => {
  expect(Object.values(k6Environment({}, options))).not.toContain('another-secret');
});

it('lets k6 forget its samples where percentiles come from histograms', () => {
  expect(k6Environment({}, { ...options, exactPercentiles: false })).toMatchObject({
    K6_SUMMARY_MODE: 'disabled',
    K6_NO_THRESHOLDS: 'true',
    LOAD_SUMMARY_FILE: '',
  });
});

it('hands over long lists of chatrooms as a file', () => {
  expect(k6Environment({}, { ...options, brandsFile: '/tmp/brands.txt' })).toMatchObject({
    POPSELL_BRANDS: '',
    POPSELL_BRANDS_FILE: '/tmp/brands.txt',
  });
});
