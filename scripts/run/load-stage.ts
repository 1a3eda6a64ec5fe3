import { planRun, PlanError } from '../../load/profiles/plan';
import { planFor, reachOfRun } from '../../load/run/asked-run';
import { isLoopback } from '../../load/run/loopback';
import type { Collector } from '../../load/telemetry/relay/collector';
import type { Shard } from '../../load/run/shard';
import type { Popularity } from '../../load/traffic/traffic';
import type { LoadResult } from '../../schemas/generated/types';
import type { Context } from '../commands/context';
import { exitCodes, UsageError, type ExitCode } from '../exit-codes';
import { findK6 } from '../k6/find-k6';
import { terminalVoice } from '../k6/voice/terminal-voice';
import type { Voice } from '../k6/voice/voice';
import type { Pace } from '../restore/at-pace';
import { keepFirstValues, putBackFirstValues, untilQuiet } from '../restore/first-values';
import type { ConfiguredTarget } from '../target/read-target';

/** What the command line says of a load run. */
export interface LoadStage {
  readonly profile: string;
  readonly ratePerSecond?: number | undefined;
  readonly durationSeconds?: number | undefined;
  readonly shard?: Shard | undefined;
  /** Gets the metrics too. */
  readonly collector?: Collector | undefined;
  /** Of k6's dashboard; 0: any free one. */
  readonly livePort?: number | undefined;
  /** Undefined: the profile's. */
  readonly popularity?: Popularity | undefined;
}

/** Requests at once that read chatrooms or put them back. */
const concurrency = 16;

/** A host that is not loopback gets no more than this unless its target file says otherwise. */
const defaultMaxRatePerSecond = 50;

/**
 * Checks a load run against its target before anything is sent. Throws a {@link UsageError} where the profile
 * or a number cannot be used, or the target allows no load. A profile that asks for more than the target
 * allows is scaled down to that.
 */
export function planStage(stage: LoadStage, { target, load }: ConfiguredTarget): LoadStage {
  checkVariables(stage, target);
  const nobody = { brandIds: [], brandShares: [] };
  try {
    const plan = planRun({ ...stage, ...nobody });
    if (isLoopback(target.baseUrl)) return stage;
    if (!load.allow) throw new UsageError(loadNotAllowed(target.name));
    const maxRatePerSecond = rateLimitOf({ load });
    if (stage.ratePerSecond === undefined && plan.shape.model === 'open') {
      return { ...stage, ratePerSecond: Math.min(plan.shape.peakRatePerSecond, maxRatePerSecond) };
    }
    planRun({ ...stage, ...nobody, maxRatePerSecond });
    return stage;
  } catch (error) {
    if (error instanceof PlanError) throw new UsageError(error.message);
    throw error;
  }
}

/** A LOAD_ variable that is wrong is told before anything is sent, too. */
function checkVariables(stage: LoadStage, target: ConfiguredTarget['target']): void {
  try {
    planFor({ ...stage, target, seed: 1 });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Requests per second that a target allows where it is not on this machine. */
export function rateLimitOf({ load }: Pick<ConfiguredTarget, 'load'>): number {
  return load.maxRatePerSecond ?? defaultMaxRatePerSecond;
}

/**
 * Finds k6, bundles the script and runs a profile as one step of a command. Every chatroom that it may write to is read
 * before, and put back after, however the run ends.
 */
export async function loadStage(
  configured: ConfiguredTarget,
  stage: LoadStage & { readonly folder: string; readonly seed: number },
  { terminal, environment, signal }: Context,
): Promise<LoadResult> {
  const { target, load, waivers } = configured;
  const say = (line: string): void => {
    terminal.say(`           ${line}`);
  };
  const k6 = await findK6({ environment, signal, ...voiceOf(terminal) });
  // Their libraries are large, and the contracts need none of them.
  const { bundleLoad } = await import('../bundle-load');
  const { runLoad } = await import('../../load/run/run-load');
  const { saveResult } = await import('../../load/run/save-result');
  const bundle = await bundleLoad();
  const maxRatePerSecond = rateLimitOf({ load });
  const asked = { ...stage, target, maxRatePerSecond, maxChatrooms: load.maxChatrooms };
  terminal.say(`load       profile ${stage.profile}, seed ${stage.seed}${rateText(stage.ratePerSecond)}`);
  const restoring = {
    target,
    folder: stage.folder,
    reach: reachOfRun(asked),
    isShard: stage.shard !== undefined,
    pace: restorePace(configured),
    signal,
    say,
  };
  const kept = await keepFirstValues(restoring);
  let result: LoadResult | undefined;
  try {
    ({ result } = await runLoad({
      ...asked,
      k6Path: k6.path,
      k6Version: k6.version,
      bundlePath: bundle.path,
      waivers,
      outDir: stage.folder,
      signal,
      interactive: terminal.interactive,
      say,
    }));
    await untilQuiet(result);
  } finally {
    const chatrooms = await putBackFirstValues(restoring, kept);
    if (result !== undefined) result = await saveResult(stage.folder, { ...result, chatrooms });
  }
  return result;
}

/** How fast chatrooms are read and put back: a host that is not loopback gets no more than it allows. */
export function restorePace({ target, load }: Pick<ConfiguredTarget, 'target' | 'load'>): Pace {
  if (isLoopback(target.baseUrl)) return { concurrency };
  return { concurrency, ratePerSecond: load.maxRatePerSecond ?? defaultMaxRatePerSecond };
}

/** A broken promise before an invalid run, and that before a crossed threshold. */
export function loadExitCode({ verdict, verified }: LoadResult): ExitCode {
  if (verified.violations.some(({ waived }) => waived !== true)) return exitCodes.violated;
  if (verdict === 'invalid') return exitCodes.invalidLoad;
  return verdict === 'failed' ? exitCodes.thresholdCrossed : exitCodes.ok;
}

function rateText(ratePerSecond: number | undefined): string {
  return ratePerSecond === undefined ? '' : `, at most ${ratePerSecond} requests a second`;
}

/** Progress may redraw its line where a person watches. */
function voiceOf({ interactive, say }: Context['terminal']): Voice {
  return interactive ? terminalVoice(process.stdout) : { say };
}

function loadNotAllowed(name: string): string {
  return (
    `the target ${name} is not on this machine, and its file does not allow load on this host: ` +
    'write "load": { "allow": true, "maxRatePerSecond": 200 } into the target file if its owners agree'
  );
}
