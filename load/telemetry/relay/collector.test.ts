import { CollectorError, readCollector, shownUrl } from './collector';

it.each([
  ['http://127.0.0.1:4318', 'http://127.0.0.1:4318/v1/metrics'],
  ['https://otlp.example.org/otlp/v1/metrics', 'https://otlp.example.org/otlp/v1/metrics'],
])('%s is %s', (url, whole) => {
  expect(readCollector(url, undefined)).toEqual({ url: whole, headers: {} });
});

it('reads headers with encoded values, which may hold = and ,', () => {
  expect(readCollector('http://c', 'Authorization=Basic%20YTpi==, x=1%2C2').headers).toEqual({
    Authorization: 'Basic YTpi==',
    x: '1,2',
  });
});

it.each(['localhost:4318', '4318', 'grpc://host:4317'])('%s is refused with the accepted form', (url) => {
  expect(() => readCollector(url, '')).toThrow('accepted: http://HOST:4318');
});

it.each(['no-value-s3cret', '=s3cret', 'a b=s3cret', 'a=s3cret%0Ax'])(
  '%p is refused and not shown',
  (headers) => {
    expect(() => readCollector('http://c', headers)).toThrow(CollectorError);
    expect(() => readCollector('http://c', headers)).not.toThrow('s3cret');
  },
);

it('wants no password where every process can read it', () => {
  expect(() => readCollector('https://me:s3cret@c', '')).toThrow('OTEL_EXPORTER_OTLP_HEADERS');
});

it('shows no query, which may be a key', () => {
  expect(shownUrl(readCollector('https://c/v1/metrics?key=s3cret', ''))).toBe('https://c/v1/metrics');
});
