import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { metricNames } from '../../load/telemetry/metric-names';
import type { LatencyLogLine } from '../../reference/latency/latency-log';
import { startReference } from '../../reference/start-reference';
import type { LoadResult } from '../../schemas/generated/types';
import { anotherK6 } from '../support/another-k6';
import { exactQuantile } from '../support/exact-quantile';
import { startLoad } from '../support/load-run';
import { scratchFolder } from '../support/scratch';

/** Times in ms with the brands that they belong to. */
export type Samples = readonly { readonly brand: string; readonly ms: number }[];

/** What the load command said of a server, and what the server and k6 themselves know. */
export interface MeasuredLoad {
  readonly load: LoadResult;
  /** How long the server held each answer, from its own log. */
  readonly held: Samples;
  /** What the load script measured, request by request, as k6 wrote it down. */
  readonly latencies: Samples;
  /** What k6 measured without the script: waiting for a connection, then from sending a request to the end of its answer. */
  readonly durations: Samples;
}

/** A figure that the run told, in ms or a count, and what it should be. */
export interface Figure {
  readonly name: string;
  /** Null: not told. */
  readonly told: number | null | undefined;
  readonly truth: number;
  readonly allowed: number;
  /** The same figure of k6's own durations. */
  readonly k6: number;
}

const attempts = 3;

/**
 * Runs the load command against the embedded API with known latencies, and returns what is wrong with its figures.
 * What the server did and what k6 saw differ where the machine has no time for them: k6 needs 10 to 50 ms to read
 * all the answers that go out at once when a stall ends. The run is then repeated a few times. Where figures are too
 * high each time, k6 must have measured so itself. Where they are too low, no machine explains it.
 */
export async function wrongFigures(
  latency: readonly string[],
  parameters: readonly string[],
  figuresOf: (measured: MeasuredLoad) => readonly Figure[],
  variables: Record<string, string> = {},
): Promise<string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const measured = await measureOnce(latency, parameters, variables);
    const { reasons } = measured.load.validity;
    const last = attempt === attempts;
    const wrong = figuresOf(measured).filter((figure) => isWrong(figure, last ? figure.k6 : figure.truth));
    if (reasons.length + wrong.length === 0 || last) return [...reasons, ...wrong.map(textOf)];
  }
}

function isWrong({ told, truth, allowed }: Figure, highest: number): boolean {
  const figure = told ?? NaN;
  return !(figure >= truth - allowed && figure <= Math.max(truth, highest) + allowed);
}

function textOf({ name, told, truth, k6 }: Figure): string {
  return `${name}: told ${told}, truth ${truth}, by k6's durations ${k6}`;
}

/** The quantile of all samples, or of a brand's. */
export function quantileOf(samples: Samples, share: number, brand?: string): number {
  const ofBrand = samples.filter((sample) => brand === undefined || sample.brand === brand);
  return exactQuantile(
    ofBrand.map(({ ms }) => ms),
    share,
  );
}

async function measureOnce(
  latency: readonly string[],
  parameters: readonly string[],
  variables: Record<string, string>,
): Promise<MeasuredLoad> {
  const folder = scratchFolder();
  const latencyLog = join(folder, 'latency.jsonl');
  const samplesFile = join(folder, 'samples.jsonl');
  const k6 = anotherK6(`[ "$1" = run ] && set -- "$@" --out "json=${samplesFile}"`);
  const reference = await startReference({ latency, latencyLog });
  const run = startLoad(reference, parameters, { variables: { ...variables, ...k6 } });
  try {
    await run.cli.ended;
  } finally {
    await reference.close();
  }
  const load = run.result();
  const points = linesOf(samplesFile) as readonly K6Point[];
  const samplesOf = (metric: string): Samples =>
    points.flatMap((point) =>
      point.type === 'Point' && point.metric === metric
        ? [{ brand: point.data.tags.brand ?? '', ms: point.data.value }]
        : [],
    );
  return {
    load,
    held: heldBy(linesOf(latencyLog) as readonly LatencyLogLine[], load),
    latencies: samplesOf(metricNames.latency),
    durations: sumsOf(samplesOf('http_req_blocked'), samplesOf('http_req_duration')),
  };
}

/** The sums of two metrics of the same requests: k6 writes one of each a request, in the same order. */
function sumsOf(first: Samples, second: Samples): Samples {
  return first.map(({ brand, ms }, index) => ({ brand, ms: ms + (second[index]?.ms ?? NaN) }));
}

function heldBy(lines: readonly LatencyLogLine[], load: LoadResult): Samples {
  // The command tries the target with a request of its own, reads the chatrooms, and puts them back in the end.
  const before = 1 + (load.chatrooms?.used ?? 0);
  return lines
    .slice(before, before + load.requests)
    .flatMap(({ brand, heldMs }) => (heldMs === null ? [] : [{ brand, ms: heldMs }]));
}

/** A line of k6's JSON output. */
type K6Point =
  | { readonly type: 'Metric' }
  | {
      readonly type: 'Point';
      readonly metric: string;
      readonly data: { readonly value: number; readonly tags: { readonly brand?: string } };
    };

function linesOf(file: string): readonly unknown[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line): unknown => JSON.parse(line));
}
