import { Command, InvalidArgumentError, Option } from 'commander';

import { profileNames } from '../../load/profiles/profiles';
import { parseShard, type Shard } from '../../load/run/shard';
import type { Popularity } from '../../load/traffic/traffic';
import { firstOf, UsageError } from '../exit-codes';
import { kubernetesStage } from '../run/kubernetes-stage';
import { loadExitCode, loadStage, planStage } from '../run/load-stage';
import { refuseUnrestored } from '../restore/restore-file';
import { checkHistory, historyOf } from '../run/history-option';
import { renderLoad } from '../run/render-load';
import { renderRun } from '../run/render-run';
import { makeRunFolder, refuseUnwritable, removeEarlier } from '../run/run-folder';
import { loadSeedOf } from '../run/seed';
import { liveOption, otlpOption, watchOf, type WatchOptions } from '../run/watch-options';
import { withTarget } from '../target/open-target';
import { durationOption, integerOption, rateOption } from '../terminal/options';
import type { Action } from './action';
import { help, historyOption, newBaselineOption, outOption, targetOption } from './shared-options';

interface Options extends WatchOptions {
  target?: string;
  profile: string;
  out?: string;
  rate?: number;
  duration?: number;
  seed?: number;
  shard?: Shard;
  kubernetes?: string;
  parallelism?: number;
  popularity?: Popularity;
  history?: string;
  newBaseline?: boolean;
}

export function loadCommand(run: Action): Command {
  return new Command('load')
    .description('Measures the API under concurrent traffic with k6, and writes load.json and the report.')
    .addOption(targetOption())
    .option('--profile <name>', `the shape of load: ${profileNames.join(', ')}`, 'smoke')
    .addOption(outOption())
    .option('--rate <n>', "requests per second at the peak, in place of the profile's", rateOption)
    .option('--duration <time>', "how long, such as 30s or 5m, in place of the profile's", durationOption)
    .option('--seed <n>', 'repeats the traffic of an earlier run; the same for all shards', integerOption)
    .option(
      '--shard <i/n>',
      'runs part I of N, each on a machine of its own; npm run report merges them',
      shardOption,
    )
    .addOption(otlpOption())
    .addOption(liveOption())
    .addOption(
      new Option(
        '--popularity <name>',
        "zipf: each brand's first chatrooms are hot; without it as the profile says",
      ).choices(['uniform', 'zipf']),
    )
    .addOption(historyOption())
    .addOption(newBaselineOption())
    .addOption(
      new Option(
        '--kubernetes <dir>',
        'sends nothing: writes manifests that run the load in --parallelism pods, and how to (docs/kubernetes.md)',
      ).conflicts(['shard', 'out', 'history', 'newBaseline', 'otlp', 'live']),
    )
    .option('--parallelism <n>', 'with --kubernetes: in how many pods', podsOption)
    .addHelpText(
      'after',
      help(
        'npm run load -- --target targets/staging.json --profile load --rate 100',
        'npm run load -- --target targets/staging.json --profile load --kubernetes k8s --parallelism 5',
      ),
    )
    .action((options: Options) => run((context) => start(options, context)));
}

async function start(
  options: Options,
  context: Parameters<Parameters<Action>[0]>[0],
): ReturnType<Parameters<Action>[0]> {
  const { kubernetes: folder, parallelism, rate, duration } = options;
  if (folder === undefined && parallelism === undefined) return measure(options, context);
  if (folder === undefined) throw new UsageError('--parallelism needs --kubernetes DIR');
  if (parallelism === undefined) {
    throw new UsageError('--kubernetes needs --parallelism N: the number of pods that share the load');
  }
  return kubernetesStage(
    {
      target: options.target,
      profile: options.profile,
      ratePerSecond: rate,
      durationSeconds: duration,
      seed: options.seed,
      popularity: options.popularity,
      folder,
      parallelism,
    },
    context,
  );
}

async function measure(
  options: Options,
  context: Parameters<Parameters<Action>[0]>[0],
): ReturnType<Parameters<Action>[0]> {
  await checkHistory(options);
  const watch = watchOf(options, context.environment);
  const { rate: ratePerSecond, duration: durationSeconds, profile, shard, popularity } = options;
  return withTarget(options.target, context, {
    check: (configured) => {
      refuseUnwritable(options.out);
      refuseUnrestored(options.out);
      return planStage({ profile, ratePerSecond, durationSeconds, shard, popularity, ...watch }, configured);
    },
    use: async (configured, stage) => {
      const folder = makeRunFolder(options.out, configured.target.name, new Date());
      removeEarlier(folder, 'load.json');
      const seed = loadSeedOf(options.seed, shard !== undefined);
      const result = await loadStage(configured, { ...stage, folder, seed }, context);
      const history = historyOf(folder, options);
      const slower = await renderLoad(folder, result, context.terminal, () =>
        renderRun(folder, context.terminal, { history }),
      );
      return firstOf(loadExitCode(result), slower);
    },
  });
}

function shardOption(text: string): Shard {
  try {
    return parseShard(text);
  } catch {
    throw new InvalidArgumentError('accepted: I/N with 1 <= I <= N, such as 2/3.');
  }
}

function podsOption(text: string): number {
  const pods = integerOption(text);
  if (pods < 1) throw new InvalidArgumentError('accepted: a whole number from 1 up.');
  return pods;
}
