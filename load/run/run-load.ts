import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LoadResult, Waiver } from '../../schemas/generated/types';
import { withoutSecrets } from '../../schemas/target/without-secrets';
import { hasFailed, judgeSteps } from '../breakpoint/judge-steps';
import { StepRecorder } from '../breakpoint/step-recorder';
import { stepsOf } from '../breakpoint/steps';
import type { Plan } from '../profiles/plan';
import { applyWaivers } from '../result/apply-waivers';
import { readSummary, type Summary } from '../result/summary';
import { startReceiver } from '../telemetry/receiver';
import { Recorder } from '../telemetry/recorder';
import type { Collector } from '../telemetry/relay/collector';
import { planFor, rateLimitOf, usedBrands, type AskedRun } from './asked-run';
import { writeLongBrands } from './brands-file';
import { resultOfRun } from './result-of-run';
import { freePort } from './free-port';
import { k6Environment } from './k6-environment';
import { K6Log } from './k6-log';
import { runK6 } from './k6-process';
import { memoryLimitBytes } from './memory-settings';
import { progressLine } from './progress';
import { saveResult } from './save-result';
import { startRelay } from './start-relay';
import { shardArguments } from './shard';

export interface LoadRunOptions extends AskedRun {
  readonly k6Path: string;
  readonly k6Version: string;
  /** The script that bundleLoad made. */
  readonly bundlePath: string;
  /** Folder that load.json is written to; made where it is missing. */
  readonly outDir: string;
  /** The team's own collector, which gets the metrics too. */
  readonly collector?: Collector | undefined;
  /** Where k6's dashboard listens on this machine while the run goes on; 0: any free port. Undefined: there is none. */
  readonly livePort?: number | undefined;
  /** Violations that the target's team accepts. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** Ends the run; what was measured until then is the result. */
  readonly signal?: AbortSignal | undefined;
  /** True: k6 draws its progress on the terminal; otherwise `say` gets a line every five seconds. */
  readonly interactive: boolean;
  readonly say: (line: string) => void;
}

export interface LoadRun {
  readonly result: LoadResult;
  /** 99: a threshold was crossed; null: k6 was killed or could not be started. */
  readonly k6ExitCode: number | null;
}

const progressSeconds = 5;

/**
 * Runs one profile against a target and writes load.json. Throws PlanError before anything is sent where
 * the profile, rate or duration cannot be used. Whatever happens to k6 after that ends in a result.
 */
export async function runLoad(options: LoadRunOptions): Promise<LoadRun> {
  const plan = planFor(options);
  await mkdir(options.outDir, { recursive: true });
  const workDir = await mkdtemp(join(tmpdir(), 'popsell-load-'));
  try {
    const run = await runIn(workDir, plan, options);
    const result = applyWaivers(run.result, options.waivers ?? [], run.result.startedAt.slice(0, 10));
    return { ...run, result: await saveResult(options.outDir, result) };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function runIn(workDir: string, plan: Plan, options: LoadRunOptions): Promise<LoadRun> {
  const { say, interactive } = options;
  const recorder = new Recorder();
  // A shard alone knows too little of a step to judge it.
  const steps = options.shard === undefined ? stepsOf(plan) : [];
  const stepRecorder = new StepRecorder(steps);
  const broken = new AbortController();
  const log = new K6Log(say);
  const clean = withoutSecrets(options.target);
  const relay = await startRelay(options);
  const livePort = await liveDashboard(options, plan);
  const receiver = await startReceiver(
    (points) => {
      recorder.add(points);
      stepRecorder.add(points);
      const failed = steps.find((step, index) => {
        const recorded = stepRecorder.steps[index];
        return recorded !== undefined && hasFailed(step, recorded, plan.thresholds);
      });
      if (failed === undefined || broken.signal.aborted) return;
      say(
        `the step of ${failed.ratePerSecond} requests a second does not keep the thresholds: the run ends here`,
      );
      broken.abort();
    },
    (error) => {
      say(`k6 exported metrics that could not be read: ${error.message}`);
    },
    relay?.push,
  );
  const progress = setInterval(() => {
    if (!interactive) say(progressLine(recorder.recorded(), progressSeconds));
  }, progressSeconds * 1_000);
  const spawnedMs = Date.now();
  const summaryFile = join(workDir, 'summary.json');
  const brands = usedBrands(options);
  const vus = Math.ceil(plan.vus / (options.shard?.count ?? 1));
  try {
    const exit = await runK6({
      k6Path: options.k6Path,
      arguments: k6Arguments(options),
      environment: k6Environment(process.env, {
        ...options,
        target: { ...options.target, brands },
        maxRatePerSecond: rateLimitOf(options),
        processes: options.shard?.count,
        exactPercentiles: plan.exactPercentiles,
        vus,
        summaryFile,
        brandsFile: await writeLongBrands(brands, workDir),
        otlpEndpoint: receiver.endpoint,
        livePort,
      }),
      interactive,
      memoryLimitBytes: memoryLimitBytes({ vus, live: livePort !== undefined }, process.env),
      signal: AbortSignal.any([broken.signal, ...(options.signal === undefined ? [] : [options.signal])]),
      onLogLine: (line) => {
        // k6 may quote what it was given, and its last words stand in the report.
        log.add(clean(line));
      },
    });
    const summary = await summaryIn(summaryFile);
    return {
      result: resultOfRun(options, {
        plan,
        spawnedMs,
        summary,
        recorder,
        log,
        exit,
        isBroken: broken.signal.aborted,
        steps: steps.length === 0 ? undefined : judgeSteps(steps, stepRecorder, { ...plan, cpu: exit.cpu }),
      }),
      k6ExitCode: exit.exitCode,
    };
  } finally {
    clearInterval(progress);
    await receiver.close();
    await relay?.end(options.signal?.aborted === true);
  }
}

/** The port of k6's dashboard, which is told; undefined where none is asked for. */
async function liveDashboard({ livePort, say }: LoadRunOptions, plan: Plan): Promise<number | undefined> {
  if (livePort === undefined) return undefined;
  const port = livePort === 0 ? await freePort() : livePort;
  say(`dashboard http://127.0.0.1:${port} while the run goes on`);
  // It computes percentiles of all that it has seen.
  if (!plan.exactPercentiles)
    say('the dashboard keeps every sample: k6 needs more memory the longer it runs');
  return port;
}

function k6Arguments({ bundlePath, interactive, shard }: LoadRunOptions): string[] {
  return [
    'run',
    ...(interactive ? [] : ['--quiet']),
    '--out',
    'opentelemetry',
    ...shardArguments(shard),
    bundlePath,
  ];
}

/** k6 writes no summary where it was killed, or keeps no samples. */
async function summaryIn(file: string): Promise<Summary | undefined> {
  try {
    return readSummary(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
