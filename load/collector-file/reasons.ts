import type { LoadResult } from '../../schemas/generated/types';
import type { Plan } from '../profiles/plan';
import { secondsUntil } from '../profiles/seconds-until';
import type { ShardRecording } from './shard-recording';

/** Why a run in pods cannot be believed, beside what makes any run not valid. */

/** Pods that were started together begin their traffic this far apart at most. */
const startToleranceSeconds = 2;
/** Of the planned requests. */
const lostShareLimit = 0.001;

export function shardReasons(index: number, { pods, lostSeconds }: ShardRecording): string[] {
  return [
    ...(pods.size > 1
      ? [`Shard ${index} was run by ${pods.size} pods: delete the Job and the collector before another run.`]
      : []),
    ...(lostSeconds > 0
      ? [
          `Shard ${index}: the exports of ${lostSeconds.toFixed(0)} s never reached the collector: give it more CPU and memory.`,
        ]
      : []),
  ];
}

/** Shards that did not run at the same time never put the whole load on the target. */
export function startReasons(
  shards: readonly (readonly [number, ShardRecording])[],
  { shape }: Plan,
  count: number,
): string[] {
  const starts = shards.flatMap(([, { startedMs }]) => startedMs ?? []);
  if (starts.length < 2) return [];
  const apartSeconds = (Math.max(...starts) - Math.min(...starts)) / 1_000;
  // At a low rate the first request of the last shard comes late.
  const byPlan = shape.model === 'open' ? secondsUntil(shape, count) : 0;
  if (apartSeconds <= startToleranceSeconds + byPlan) return [];
  return [
    `The shards began ${apartSeconds.toFixed(1)} s apart, so the target was never under the whole load: ` +
      "see the log of the starter, and whether the nodes' clocks agree.",
  ];
}

/** Every planned request is sent or dropped: what is neither was lost on its way to the file. */
export function lossReasons(results: readonly LoadResult[], { shape }: Plan, count: number): string[] {
  if (shape.model !== 'open' || results.length < count) return [];
  const known = results.reduce(
    (sum, { requests, validity }) => sum + requests + validity.droppedIterations + validity.exceptions,
    0,
  );
  const planned = Math.floor(shape.plannedRequests);
  const lost = planned - known;
  if (lost <= Math.max(count, planned * lostShareLimit)) return [];
  return [
    `${lost} of ${planned} planned requests are not in the collector's file: copy it again, once the Job has ended.`,
  ];
}
