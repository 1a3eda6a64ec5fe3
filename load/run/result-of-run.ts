import type { LoadResult } from '../../schemas/generated/types';
import type { JudgedSteps } from '../breakpoint/judge-steps';
import type { Plan } from '../profiles/plan';
import { assembleResult } from '../result/assemble';
import { acceptedLateness } from '../result/lateness-limit';
import type { Summary } from '../result/summary';
import { trafficDefinition } from '../result/traffic-definition';
import type { Recorder } from '../telemetry/recorder';
import type { AskedRun } from './asked-run';
import { busiestShare } from './cpu-meter';
import { k6FailureOf } from './k6-failure';
import type { K6Log } from './k6-log';
import type { K6Exit } from './k6-process';

/** What is known when k6 has ended. */
export interface Ended {
  readonly plan: Plan;
  readonly spawnedMs: number;
  readonly summary: Summary | undefined;
  readonly recorder: Recorder;
  readonly log: K6Log;
  readonly exit: K6Exit;
  /** The run was ended at its breakpoint. */
  readonly isBroken: boolean;
  readonly steps: JudgedSteps | undefined;
}

/** Makes the result of a run. */
export function resultOfRun(
  options: AskedRun & { readonly k6Version: string; readonly signal?: AbortSignal | undefined },
  { plan, spawnedMs, summary, recorder, log, exit, isBroken, steps }: Ended,
): LoadResult {
  const interrupted = options.signal?.aborted === true;
  const recorded = recorder.recorded();
  return assembleResult({
    target: options.target,
    plan,
    seed: options.seed,
    traffic: trafficDefinition(plan, options.target.brands, process.env, options.popularity),
    k6Version: options.k6Version,
    shard: options.shard,
    spawnedMs,
    interrupted,
    summary,
    recorded,
    examples: log.examples,
    uncaughtExceptions: log.uncaughtExceptions,
    vusAtMax: log.vusAtMax,
    generatorErrors: log.generatorErrors,
    lostExports: log.lostExports + (recorded.gaps > 0 && !isBroken ? log.cutOffExports : 0),
    acceptedLatenessMs: acceptedLateness(process.env),
    generatorCpu: busiestShare(exit.cpu, recorded.trafficStartedMs),
    steps,
    k6Failure: interrupted || isBroken ? undefined : k6FailureOf(exit, log.lastError),
  });
}
