import type { Histogram, LoadResult, LoadViolation } from '../../schemas/generated/types';
import { decodeRecording } from '../../schemas/run/recording/recording';
import { mergeAll } from '../histogram/histogram';
import { RecordedSeconds } from '../telemetry/recorded-seconds';
import { sampleBound } from './bound';
import { doubtfulThresholds } from './lateness-limit';
import { figuresOfHistograms } from './figures';
import { histogramAccuracy } from './histogram-accuracy';
import { recordingOf } from './recording-of';
import { MergeError, ownTargetsText, requireOneRun } from './require-one-run';
import { seriesOf } from './series';
import { judge, requestsOf } from './thresholds';
import { verdictOf } from './verdict';

/** What the shards do not say themselves. */
export interface AboutShards {
  /** What to do where some are missing. */
  readonly missingAdvice?: string;
  /** More reasons why the run is not valid. */
  readonly reasons?: readonly string[];
  /** What nobody can tell. */
  readonly unknown?: readonly string[];
}

/**
 * One result of the shards of a run: counts are added and histograms merged exactly, so percentiles are
 * those of all samples together within `latencyResolution`. Throws {@link MergeError}.
 */
export function mergeLoadResults(results: readonly LoadResult[], about?: AboutShards): LoadResult {
  const [first] = results;
  if (first === undefined) throw new MergeError('there is no load.json to merge');
  if (results.length === 1 && about === undefined && (first.shard?.count ?? 1) === 1) return first;
  requireOneRun(results);

  const startedMs = Math.min(...results.map(startOf));
  const endedMs = Math.max(...results.map((result) => startOf(result) + result.durationMs));
  const brands = mergeNamed(results.map(({ histograms }) => histograms));
  const buckets = mergeNamed(results.map(({ bucketHistograms }) => bucketHistograms));
  const statuses = mergeNamed(results.map(({ statusHistograms }) => statusHistograms));
  const figures = figuresOfHistograms({ brands, buckets, statuses });
  const thresholds = first.thresholds.map((threshold) => judge(threshold, figures));
  const verified = mergeVerified(results);
  const validity = mergeValidity(results, thresholds, about);
  const seconds = mergeSeconds(results, startedMs);
  const shared = { ...first };
  delete shared.shard;
  // Shards share chatrooms: their counts add up to nothing that is there. What each could not put back is told by shard.
  delete shared.chatrooms;
  const left = leftByShard(results);
  delete shared.breakpoint;
  return {
    ...shared,
    verdict: verdictOf({ verified, validity, thresholds }),
    startedAt: new Date(startedMs).toISOString(),
    durationMs: endedMs - startedMs,
    interrupted: results.some(({ interrupted }) => interrupted),
    shards: results.length,
    requests: figures.latency.requests,
    rate: (figures.latency.requests * 1_000) / Math.max(1, Math.max(...results.map(sentOf)) - startedMs),
    ...(first.askedRate === undefined
      ? {}
      : { askedRate: total(results.map(({ askedRate }) => askedRate ?? 0)) }),
    ...figures,
    histogram: histogramAccuracy({ brands, buckets, statuses, seconds }),
    turnedAway: requestsOf(figures.statuses, '429'),
    thresholds,
    verified,
    validity,
    series: seriesOf(seconds),
    recording: recordingOf(seconds),
    ...(Object.keys(left).length === 0 ? {} : { leftByShard: left }),
    histograms: brands,
    bucketHistograms: buckets,
    statusHistograms: statuses,
  };
}

function mergeNamed(
  all: readonly (Readonly<Record<string, Histogram>> | undefined)[],
): Record<string, Histogram> {
  const names = new Set(all.flatMap((each) => Object.keys(each ?? {})));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const merged = mergeAll(all.flatMap((each) => each?.[name] ?? []));
      return merged === undefined ? [] : [[name, merged]];
    }),
  );
}

function mergeVerified(results: readonly LoadResult[]): LoadResult['verified'] {
  const merged = new Map<string, LoadViolation>();
  for (const violation of results.flatMap(({ verified }) => verified.violations)) {
    const key = `${violation.check} ${violation.pointer ?? ''} ${violation.message}`;
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined ? violation : { ...violation, ...known, count: known.count + violation.count },
    );
  }
  const violations = [...merged.values()].sort((a, b) => b.count - a.count);
  const sampled = total(results.map(({ verified }) => verified.sampled ?? 0));
  return {
    responses: total(results.map(({ verified }) => verified.responses)),
    bodies: total(results.map(({ verified }) => verified.bodies)),
    sampled,
    readBacks: total(results.map(({ verified }) => verified.readBacks ?? 0)),
    violations,
    bound: sampleBound(sampled, violations),
  };
}

function mergeValidity(
  results: readonly LoadResult[],
  thresholds: LoadResult['thresholds'],
  { missingAdvice = 'name the folders of all of them', reasons = [], unknown = [] }: AboutShards = {},
): LoadResult['validity'] {
  const cpus = results.flatMap(({ validity }) => validity.generatorCpu ?? []);
  const expected = results[0]?.shard?.count ?? results.length;
  const untold = thresholds.filter(({ observed }) => observed === null).map(({ name }) => name);
  const together = [...apartText(results), ...ownTargetsText(results)];
  const latenesses = results.flatMap(({ validity }) => validity.lateness ?? []);
  const lateness =
    latenesses.length === 0
      ? undefined
      : { p95: worst(latenesses.map(({ p95 }) => p95)), p99: worst(latenesses.map(({ p99 }) => p99)) };
  const cautions = ofShards(results, ({ validity }) => validity.cautions ?? []);
  const doubtful = cautions.length === 0 ? [] : doubtfulThresholds(thresholds, lateness);
  return {
    droppedIterations: total(results.map(({ validity }) => validity.droppedIterations)),
    vusAtMax: results.some(({ validity }) => validity.vusAtMax),
    generatorCpu: cpus.length === 0 ? null : Math.max(...cpus),
    exceptions: total(results.map(({ validity }) => validity.exceptions)),
    ...(lateness === undefined ? {} : { lateness }),
    ...(cautions.length === 0 ? {} : { cautions }),
    reasons: [
      ...(results.length === expected
        ? []
        : [`Only ${results.length} of ${expected} shards are there: ${missingAdvice}.`]),
      ...reasons,
      ...ofShards(results, ({ validity }) => validity.reasons),
      ...(doubtful.length === 0
        ? []
        : [
            `Requests were begun late, so delays of the machines may be what crossed ${doubtful.join('; ')}: run it where nothing else needs the cores.`,
          ]),
      ...(untold.length === 0
        ? []
        : [`Too few samples for ${untold.join('; ')}: raise --duration or --rate.`]),
    ],
    ...(unknown.length + together.length === 0 ? {} : { unknown: [...unknown, ...together] }),
  };
}

function leftByShard(results: readonly LoadResult[]): Record<string, number> {
  return Object.fromEntries(
    results.flatMap(({ shard, chatrooms }, index) =>
      chatrooms === undefined || chatrooms.left === 0 ? [] : [[shard?.index ?? index + 1, chatrooms.left]],
    ),
  );
}

/** What each shard says, with its number. */
function ofShards(
  results: readonly LoadResult[],
  texts: (result: LoadResult) => readonly string[],
): string[] {
  return results.flatMap((result, index) =>
    texts(result).map((text) => `Shard ${result.shard?.index ?? index + 1}: ${text}`),
  );
}

/** Adds up the seconds of all shards by the time of day at which they began. */
function mergeSeconds(results: readonly LoadResult[], startedMs: number): RecordedSeconds {
  const seconds = new RecordedSeconds();
  for (const result of results) {
    const shift = Math.round((startOf(result) - startedMs) / 1_000);
    const maxima = new Map(result.series.map(({ second, max }) => [second, max ?? 0]));
    for (const { second, cells } of result.recording === undefined ? [] : decodeRecording(result.recording)) {
      seconds.add(second + shift, cells, maxima.get(second) ?? 0);
    }
  }
  return seconds;
}

function startOf({ startedAt }: LoadResult): number {
  return new Date(startedAt).getTime();
}

/** Shards that did not run together put no more load on their target than one of them did. */
function apartText(results: readonly LoadResult[]): string[] {
  const starts = results.map(startOf);
  const apartMs = Math.max(...starts) - Math.min(...starts);
  if (apartMs <= Math.min(...results.map(({ durationMs }) => durationMs)) / 2) return [];
  const seconds = Math.round(apartMs / 1_000);
  return [`how the target fares under all shards at once, because they began up to ${seconds} s apart`];
}

/** The largest that is known. */
function worst(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** When a shard had sent its last request; its end is when the last answer came. */
function sentOf(result: LoadResult): number {
  return startOf(result) + (result.rate === 0 ? 0 : (result.requests * 1_000) / result.rate);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
