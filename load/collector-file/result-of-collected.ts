import type { LoadResult } from '../../schemas/generated/types';
import type { RunIdentity } from '../kubernetes/run-identity';
import { planRun, type Plan } from '../profiles/plan';
import { applyWaivers } from '../result/apply-waivers';
import { assembleResult } from '../result/assemble';
import { acceptedLateness } from '../result/lateness-limit';
import { mergeLoadResults } from '../result/merge';
import { busiestShare } from '../run/cpu-meter';
import { findingKey } from '../result/violations';
import { k6FailureOf } from '../run/k6-failure';
import type { Example } from '../telemetry/example-line';
import type { Finding } from '../verification/finding';
import type { CollectedRun } from './collected-run';
import { lossReasons, shardReasons, startReasons } from './reasons';
import { CollectorFileError } from './read-exports';
import type { ShardRecording } from './shard-recording';

/** What is known beside the exports. */
export interface AboutFile {
  /** A file ended in the middle. */
  readonly isCut: boolean;
  /** Of violations, from the pods' logs; by finding. */
  readonly examples: ReadonlyMap<string, Example>;
}

/** Makes load.json of what the pods of a run exported. Throws {@link CollectorFileError} where that is nothing. */
export function resultOfCollected(run: CollectedRun, about: AboutFile): LoadResult {
  const { identity, count, hasEnds } = run.about();
  const plan = planOf(identity);
  const shards = [...run.shards].sort(([a], [b]) => a - b);
  const results = shards.map(([index, recording]) =>
    resultOfShard(recording, { index, count }, { identity, plan, hasEnds, examples: about.examples }),
  );
  const merged = mergeLoadResults(results, {
    missingAdvice: 'see what kept the others from starting, or copy the whole file once the Job has ended',
    reasons: [
      ...(about.isCut
        ? ["The collector's file ends in the middle of an export: copy it again, once the Job has ended."]
        : []),
      ...shards.flatMap(([index, recording]) => shardReasons(index, recording)),
      ...startReasons(shards, plan, count),
      ...lossReasons(results, plan, count),
    ],
    unknown: hasEnds
      ? []
      : [
          'how k6 ended in each pod',
          'how much CPU the generators used',
          'exceptions that the script could not catch',
        ],
  });
  const waivers = identity.waivers.map((waiver) => ({ ...waiver, reason: '' }));
  return applyWaivers(merged, waivers, merged.startedAt.slice(0, 10));
}

function planOf({ brands, ...asked }: RunIdentity): Plan {
  try {
    return planRun({
      ...asked,
      brandIds: brands.map(({ id }) => id),
      brandShares: brands.map(({ share }) => share),
    });
  } catch (error) {
    throw new CollectorFileError(`the run cannot be planned again: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

interface ShardContext {
  readonly identity: RunIdentity;
  readonly plan: Plan;
  readonly hasEnds: boolean;
  readonly examples: ReadonlyMap<string, Example>;
}

function resultOfShard(
  recording: ShardRecording,
  shard: { readonly index: number; readonly count: number },
  { identity, plan, hasEnds, examples }: ShardContext,
): LoadResult {
  const { end } = recording;
  const recorded = recording.recorded();
  return assembleResult({
    target: identity.target,
    plan,
    seed: identity.seed,
    k6Version: [...recording.k6Versions].join(', '),
    shard,
    spawnedMs: recorded.startedMs ?? 0,
    interrupted: false,
    summary: undefined,
    recorded,
    examples: examplesOf(recorded.violations, examples),
    uncaughtExceptions: end?.uncaughtExceptions ?? 0,
    // k6 says so in its log only, but then it drops iterations.
    vusAtMax: recorded.droppedIterations > 0,
    generatorCpu:
      end === undefined || end.cores === 0
        ? null
        : busiestShare(end.cpu, recorded.trafficStartedMs, end.cores),
    k6Failure: hasEnds ? failureOf(recording) : undefined,
    // They stand in the log alone.
    generatorErrors: 0,
    lostExports: 0,
    acceptedLatenessMs: acceptedLateness(process.env),
  });
}

/** The logs of all pods are one file: an example says that some pod met it, and the counts say which. */
function examplesOf(
  counted: readonly Finding[],
  examples: ReadonlyMap<string, Example>,
): Map<string, Example> {
  const keys = new Set(counted.map(findingKey));
  return new Map([...examples].filter(([key]) => keys.has(key)));
}

function failureOf({ end }: ShardRecording): string | undefined {
  if (end === undefined) {
    return 'its end is not in the file: k6 or its pod was killed, or the file was copied before the Job had ended.';
  }
  const failure = k6FailureOf({ exitCode: end.exitCode, startError: undefined, cpu: [] }, undefined);
  return failure === undefined ? undefined : `${failure} The log of its pod says why.`;
}
