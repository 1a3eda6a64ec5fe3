import fc from 'fast-check';

import type { LoadResult } from '../../schemas/generated/types';
import { decodeRecording } from '../../schemas/run/recording/recording';
import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { exactHistogram } from '../histogram/exact-histogram';
import { assembleResult, type RunFacts } from './assemble';
import { aPlan, aRecording, goodSeconds, runFacts } from './fixtures/a-run';
import { mergeLoadResults } from './merge';
import { MergeError } from './require-one-run';

const plan = aPlan({ durationSeconds: 30 });

function aShard(
  index: number,
  count: number,
  seconds: readonly (readonly number[])[] = goodSeconds,
  changed: Partial<RunFacts> = {},
): LoadResult {
  return assembleResult(
    runFacts({ plan, shard: { index, count }, recorded: aRecording(seconds), ...changed }),
  );
}

const latencies = fc.array(fc.double({ min: 0.1, max: 2_000, noNaN: true }), {
  minLength: 20,
  maxLength: 60,
});

it('percentiles of the merge are those of all samples, within the resolution it states', () => {
  fc.assert(
    fc.property(fc.array(latencies, { minLength: 2, maxLength: 4 }), (shards) => {
      const merged = mergeLoadResults(
        shards.map((samples, index) => aShard(index + 1, shards.length, [samples])),
      );
      const sorted = shards.flat().sort((a, b) => a - b);
      const rank = 0.5 * (sorted.length - 1);
      const truth = ((sorted[Math.floor(rank)] ?? 0) + (sorted[Math.ceil(rank)] ?? 0)) / 2;
      const resolution = merged.latencyResolution as number;
      expect(merged.requests).toBe(sorted.length);
      expect(Math.abs((merged.latency.p50 ?? 0) - truth) / truth).toBeLessThanOrEqual(resolution + 0.01);
      expect(merged.latency.max).toBeCloseTo(Math.max(...sorted), 2);
    }),
  );
});

it('adds up counts, rates and seconds', () => {
  const merged = mergeLoadResults([aShard(1, 2), aShard(2, 2)]);
  expect(merged).toMatchObject({ shards: 2, requests: 1_000, rate: 100, askedRate: 50, verdict: 'passed' });
  expect(merged).not.toHaveProperty('shard');
  expect(merged.series[0]).toMatchObject({ requests: 100, statuses: { '200': 100 } });
  expect(merged.series[0]?.p95).not.toBeNull();
});

it('says that nobody knows about the load of all shards where they did not run together', () => {
  const startedAt = (shard: LoadResult, second: number): LoadResult => ({
    ...shard,
    startedAt: new Date(Date.UTC(2026, 0, 1) + second * 1_000).toISOString(),
  });
  const at = (second: number): LoadResult =>
    mergeLoadResults([aShard(1, 2), startedAt(aShard(2, 2), second)]);
  expect(at(3).validity).not.toHaveProperty('unknown');
  expect(at(30).validity.unknown?.join()).toContain('they began up to 30 s apart');
});

it('has every second, brand, bucket and status of all shards, and can be merged again', () => {
  const [one, other] = [aShard(1, 3), aShard(2, 3, [[5, 6]])];
  const merged = mergeLoadResults([one, other, aShard(3, 3, [])]);
  const countIn = (result: LoadResult, second: number): number =>
    (result.recording === undefined ? [] : decodeRecording(result.recording))
      .filter((each) => each.second === second)
      .flatMap(({ cells }) => cells)
      .reduce((sum, { histogram }) => histogram.counts.reduce((all, count) => all + count, sum), 0);
  expect([0, 1].map((second) => countIn(merged, second))).toEqual([52, 50]);
  expect(merged.recording?.names).toEqual([['3', '3/301', '200']]);
  expect(merged.series[0]?.max).toBe(6);
});

it('is a load.json itself, and can be merged no matter how the shards are ordered', () => {
  const one = mergeLoadResults([aShard(1, 2), aShard(2, 2, [[5, 6]])]);
  const other = mergeLoadResults([aShard(2, 2, [[5, 6]]), aShard(1, 2)]);
  expect(one.latency).toEqual(other.latency);
  const validate = validatorFor(createAjv(), 'load');
  validate(structuredClone(one));
  expect(validate.errors).toBeNull();
});

it('puts seconds together by the time of day', () => {
  const later = aRecording([[1], [2]], { startedMs: Date.UTC(2026, 0, 1, 0, 0, 3) });
  const merged = mergeLoadResults([aShard(1, 2, [[1]]), aShard(2, 2, [], { recorded: later })]);
  expect(merged.series.map(({ requests }) => requests)).toEqual([1, 0, 0, 1, 1]);
});

it('judges thresholds by all samples together', () => {
  const alone = aShard(1, 2, goodSeconds.slice(0, 4));
  expect(alone.thresholds.find(({ name }) => name === 'all brands, p99')?.observed).toBeNull();
  const merged = mergeLoadResults([alone, aShard(2, 2, goodSeconds.slice(0, 4))]);
  expect(merged.thresholds.find(({ name }) => name === 'all brands, p99')).toMatchObject({ ok: true });
});

it('counts a violation of several shards once, with the sum', () => {
  const violations = [{ check: 'own id', pointer: '/id_chatroom', cause: 'other id', count: 2 }] as const;
  const recorded = aRecording(goodSeconds, { violations, bodies: 3, sampled: 3 });
  const merged = mergeLoadResults([aShard(1, 2, [], { recorded }), aShard(2, 2, [], { recorded })]);
  expect(merged.verdict).toBe('failed');
  expect(merged.verified).toMatchObject({ bodies: 6, sampled: 6, violations: [{ count: 4 }], bound: 0.5 });
});

it('says by shard what is not put back', () => {
  const left = { used: 20, putBack: 17, left: 3, unread: 0 };
  const shards = [{ ...aShard(1, 2), chatrooms: left }, aShard(2, 2)];
  const merged = mergeLoadResults(shards);
  expect(merged.leftByShard).toEqual({ 1: 3 });
  expect(merged.chatrooms).toBeUndefined();
  expect(mergeLoadResults([aShard(1, 2), aShard(2, 2)]).leftByShard).toBeUndefined();
});

it('is as invalid as any of its shards', () => {
  const busy = aShard(2, 2, goodSeconds, { generatorCpu: 0.99 });
  const { verdict, validity } = mergeLoadResults([aShard(1, 2), busy]);
  expect(verdict).toBe('invalid');
  expect(validity).toMatchObject({ generatorCpu: 0.99 });
  expect(validity.reasons[0]).toMatch(/^Shard 2: k6 used 99\.0 %/);
});

it('is invalid where a shard is missing', () => {
  expect(mergeLoadResults([aShard(1, 3), aShard(2, 3)]).validity.reasons).toEqual([
    'Only 2 of 3 shards are there: name the folders of all of them.',
  ]);
});

it('refuses results of different runs, and a shard that is there twice', () => {
  expect(() => mergeLoadResults([])).toThrow(MergeError);
  const together =
    (changed: Partial<RunFacts>, [index, count] = [2, 2]) =>
    () =>
      mergeLoadResults([aShard(1, 2), aShard(index, count, goodSeconds, changed)]);
  const baseUrl = 'https://staging.example.org/api';
  expect(together({ seed: 9 })).toThrow('the seed differs (1, 9): name one --seed, or none for all');
  expect(together({}, [2, 3])).toThrow('the number of shards differs (2, 3)');
  expect(together({ target: { name: 'reference', baseUrl } })).toThrow('the base URL differs');
  const ofTraffic = (index: number, shape: string): LoadResult => ({
    ...aShard(index, 2),
    traffic: { shape, rooms: { '3': 1 }, brandWeights: 'equal', popularity: 'uniform', zipfExponent: 1 },
  });
  expect(() => mergeLoadResults([ofTraffic(1, '50 a second'), ofTraffic(2, '60 a second')])).toThrow(
    'the traffic differs: give all the same --rate',
  );
  expect(() => mergeLoadResults([aShard(1, 2), aShard(1, 2)])).toThrow('shard 1 is there more than once');
});

it('takes shards that each had an embedded API of its own, and says what they do not tell', () => {
  const target = { name: 'reference', baseUrl: 'http://127.0.0.1:4999/api/v2' };
  const { validity } = mergeLoadResults([aShard(1, 2), aShard(2, 2, goodSeconds, { target })]);
  expect(validity.unknown).toEqual([
    'how one target fares under all shards at once, because they had 2: ' +
      'http://127.0.0.1:4010/api/v2, http://127.0.0.1:4999/api/v2',
  ]);
});

it('gives one result back as it is', () => {
  const alone = aShard(1, 1);
  expect(mergeLoadResults([alone])).toBe(alone);
});

it('does not take one shard for the whole', () => {
  const { verdict, validity } = mergeLoadResults([aShard(1, 3)]);
  expect(verdict).toBe('invalid');
  expect(validity.reasons[0]).toContain('Only 1 of 3 shards');
});

it('merges statuses and buckets like everything else', () => {
  const failed = exactHistogram([9], 6);
  const recorded = aRecording(goodSeconds, { statuses: { '500': failed }, buckets: { '3/302': failed } });
  const merged = mergeLoadResults([aShard(1, 2), aShard(2, 2, [], { recorded })]);
  expect(merged.statuses).toMatchObject({ '200': { requests: 500 }, '500': { requests: 1 } });
  expect(Object.keys(merged.buckets)).toEqual(['3/301', '3/302']);
});
