import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { recordExchange } from '../verification/exchange';
import { assembleResult, type RunFacts } from './assemble';
import { mergeLoadResults } from './merge';
import { aRecording, goodSeconds, recordedSummary, runFacts } from './fixtures/a-run';

const schema = validatorFor(createAjv(), 'load');

function resultOf(changed: Partial<RunFacts> = {}) {
  const result = assembleResult(runFacts(changed));
  // Every result that a test makes is one that the schema accepts.
  if (!schema(structuredClone(result))) throw new Error(JSON.stringify(schema.errors));
  return result;
}

const finding = { check: 'own id', pointer: '/id_chatroom', cause: 'other id' } as const;

it('a good run passes', () => {
  expect(resultOf()).toMatchObject({
    verdict: 'passed',
    requests: 500,
    rate: 50,
    askedRate: 50,
    interrupted: false,
    validity: { reasons: [] },
  });
});

it('takes exact percentiles from the summary, and says so', () => {
  const result = resultOf({ summary: recordedSummary() });
  expect(result).toMatchObject({ latencyResolution: 'exact', requests: 160, latency: { p95: 2.045 } });
});

it('takes percentiles from the histograms where k6 left no summary, and says how fine they are', () => {
  const result = resultOf();
  expect(result.latencyResolution).toBeCloseTo(2 ** (1 / 64) - 1);
  expect(result.latency.p95).toBeGreaterThan(3);
});

it('violations fail a run, each with its example', () => {
  const exchange = recordExchange(
    { url: 'http://127.0.0.1/', brand: 3, body: '{}' },
    { status: 200, headers: {}, body: '{}', error: '', durationMs: 1 },
    'token',
  );
  const { verdict, verified } = resultOf({
    recorded: aRecording(goodSeconds, { violations: [{ ...finding, count: 3 }], bodies: 7, sampled: 4 }),
    examples: new Map([['own id /id_chatroom other id', { finding, exchange }]]),
  });
  expect(verdict).toBe('failed');
  expect(verified).toEqual({
    responses: 500,
    bodies: 7,
    sampled: 4,
    readBacks: 0,
    violations: [
      {
        check: 'own id',
        message: '/id_chatroom is not the id of the requested chatroom',
        pointer: '/id_chatroom',
        count: 3,
        example: exchange,
      },
    ],
    bound: 0.75,
  });
});

it('violations fail a run that is not valid too', () => {
  const recorded = aRecording(goodSeconds, { violations: [{ ...finding, count: 1 }] });
  expect(resultOf({ recorded, interrupted: true }).verdict).toBe('failed');
});

it('a crossed threshold fails a run', () => {
  const { verdict, thresholds } = resultOf({
    recorded: aRecording(goodSeconds.map((second) => second.map((ms) => ms + 500))),
  });
  expect(verdict).toBe('failed');
  expect(thresholds[0]).toMatchObject({
    name: 'all brands, p95',
    limit: 300,
    unit: 'ms',
    percentile: 95,
    ok: false,
  });
});

it('the rate is that of sending, however long the last answers took', () => {
  const recorded = aRecording(goodSeconds);
  const { trafficEndedMs = 0 } = recorded;
  const result = resultOf({ recorded: { ...recorded, trafficEndedMs: trafficEndedMs + 5_000 } });
  expect(result).toMatchObject({ rate: 50, durationMs: 14_500 });
  const shard = { ...result, shard: { index: 1, count: 1 } };
  expect(mergeLoadResults([shard], {}).rate).toBeCloseTo(50);
});

it('a run that was stopped tells what was measured, and is not valid', () => {
  const result = resultOf({ interrupted: true, recorded: aRecording(goodSeconds.slice(0, 3)) });
  expect(result).toMatchObject({ verdict: 'invalid', interrupted: true, requests: 150, durationMs: 3_000 });
  expect(result.validity.reasons).toEqual(['The run was stopped before its end: let it run through.']);
});

it('a run that measured nothing is not valid, and has no figures', () => {
  const nothing = aRecording([], { startedMs: undefined, brands: {}, buckets: {}, statuses: {} });
  const result = resultOf({ recorded: nothing, k6Failure: 'k6 ended with exit code 107: no.' });
  expect(result).toMatchObject({
    verdict: 'invalid',
    requests: 0,
    rate: 0,
    latency: { p50: null, max: null },
  });
  expect(result.validity.reasons[0]).toBe('k6 ended with exit code 107: no.');
});

it('a shard is not judged by percentiles that it alone has too few samples for', () => {
  const recorded = aRecording(goodSeconds.slice(0, 2));
  expect(resultOf({ recorded }).verdict).toBe('invalid');
  expect(resultOf({ recorded, shard: { index: 1, count: 3 } }).verdict).toBe('passed');
});

it('has the seconds of the run, and the histograms that shards are merged by', () => {
  const { series, histograms, recording } = resultOf();
  expect(series).toHaveLength(10);
  expect(series[0]).toMatchObject({
    second: 0,
    requests: 50,
    failures: 0,
    statuses: { '200': 50 },
    p95: null,
  });
  expect(recording?.names).toEqual([['3', '3/301', '200']]);
  expect(Object.keys(histograms ?? {})).toEqual(['3']);
});
