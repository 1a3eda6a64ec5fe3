import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { BrandHeatmap } from '../charts/brand-heatmap';
import { Distribution } from '../charts/distribution';
import { LatencyHeatmap } from '../charts/latency-heatmap';
import { LatencyOverTime } from '../charts/latency-over-time';
import { Throughput } from '../charts/throughput';
import type { Speed } from '../regression/speed-of';
import { SpeedTable } from '../regression/speed-table';
import type { Detail } from '../page/detail';
import { Facts, type Fact } from '../page/facts';
import { StateMark } from '../page/state-mark';
import { Text } from '../page/text';
import {
  formatCount,
  formatDuration,
  formatMs,
  formatRate,
  formatShare,
  formatTime,
  plural,
} from '../text/numbers';
import { loadState } from '../verdict/state';
import { BreakpointSteps } from './breakpoint-steps';
import { BucketTable, LatencyTable } from './latency-table';
import { Thresholds } from './thresholds';
import { ValidityOfRun } from './validity';
import { Verification } from './verification';

interface LoadSectionProps {
  readonly load: LoadResult | null;
  readonly speed: Speed | null;
  readonly detail: Detail;
}

export function LoadSection({ load, speed, detail }: LoadSectionProps): VNode {
  return (
    <section id="load">
      <h2>
        Load <StateMark state={loadState(load, speed)} />
      </h2>
      {load === null ? (
        <p class="lead">The run has no load.json: how fast the API is under load is not known.</p>
      ) : (
        <LoadBody load={load} speed={speed} detail={detail} />
      )}
    </section>
  );
}

function LoadBody({ load, speed, detail }: LoadSectionProps & { readonly load: LoadResult }): VNode {
  const invalid = load.verdict === 'invalid';
  return (
    <>
      {invalid && <ValidityOfRun load={load} />}
      {load.interrupted && (
        <p class="callout incomplete">
          The run was stopped before its end: the figures cover what came until then.
        </p>
      )}
      <MostlyFailures load={load} />
      <Facts facts={figuresOf(load)} look={invalid ? 'doubtful' : 'large'} />
      <Facts facts={loadFacts(load)} />
      {load.breakpoint !== undefined && <BreakpointSteps breakpoint={load.breakpoint} />}
      <section id="thresholds">
        <h3>Thresholds</h3>
        <Thresholds thresholds={load.thresholds} />
      </section>
      {speed !== null && <SpeedTable speed={speed} />}
      <section id="latency">
        <h3>Latency</h3>
        {load.series.length > 0 && <LatencyOverTime load={load} />}
        <Distribution load={load} />
        <LatencyHeatmap load={load} />
        <BrandHeatmap load={load} />
        <LatencyTable load={load} />
        <p class="aside note">{resolutionSentence(load)} A dash stands for too few samples.</p>
        <BucketTable load={load} />
      </section>
      {load.series.length > 0 && (
        <section id="throughput">
          <h3>Throughput</h3>
          <Throughput load={load} />
        </section>
      )}
      <Verification verified={load.verified} detail={detail} />
      {!invalid && <ValidityOfRun load={load} />}
    </>
  );
}

/** An error is often faster than an answer: limits that held say nothing then. */
function MostlyFailures({ load: { statuses, requests } }: { readonly load: LoadResult }): VNode | null {
  const failed = requests - (statuses['200']?.requests ?? 0) - (statuses['429']?.requests ?? 0);
  if (failed === 0 || failed < requests / 2) return null;
  return (
    <p class="callout failed">
      {formatCount(failed)} of {plural(requests, 'request')} failed: the latencies are mostly those of
      failures.
    </p>
  );
}

/** The few figures that people remember. */
function figuresOf({ latency, rate }: LoadResult): Fact[] {
  return [
    { name: 'p50', value: formatMs(latency.p50) },
    { name: 'p95', value: formatMs(latency.p95) },
    { name: 'p99', value: formatMs(latency.p99) },
    { name: 'max', value: formatMs(latency.max) },
    { name: 'reached', value: formatRate(rate) },
  ];
}

function loadFacts(load: LoadResult): Fact[] {
  const shards = load.shards === undefined ? [] : [{ name: 'Shards', value: formatCount(load.shards) }];
  return [
    { name: 'Profile', value: <Text length={80}>{load.profile}</Text> },
    { name: 'Model', value: load.model === 'open' ? 'open: arrivals do not wait' : 'closed: clients wait' },
    { name: 'Requests', value: formatCount(load.requests) },
    {
      name: 'Asked',
      value: load.askedRate === undefined ? 'as fast as answered' : formatRate(load.askedRate),
    },
    ...((load.turnedAway ?? 0) === 0
      ? []
      : [{ name: 'Turned away (429)', value: formatCount(load.turnedAway ?? 0) }]),
    { name: 'Started', value: formatTime(load.startedAt) },
    { name: 'Duration', value: formatDuration(load.durationMs) },
    { name: 'k6', value: <Text length={40}>{load.k6Version}</Text> },
    { name: 'Seed', value: String(load.seed) },
    ...shards,
  ];
}

function resolutionSentence({ latencyResolution, histogram }: LoadResult): string {
  const seconds =
    histogram === undefined
      ? ''
      : ` Those of single seconds come from histograms and are right within ${formatShare(histogram.perSecondRelativeError)}.`;
  return latencyResolution === 'exact'
    ? `Percentiles of the whole run come from every sample.${seconds}`
    : `Percentiles come from histograms and are right within ${formatShare(latencyResolution)}.${seconds}`;
}
