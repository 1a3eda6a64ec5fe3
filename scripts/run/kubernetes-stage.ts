import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { kubernetesFiles } from '../../load/kubernetes/kubernetes-files';
import { planKubernetesRun } from '../../load/kubernetes/plan-kubernetes-run';
import { ConfigMapError } from '../../load/kubernetes/manifests/config-maps';
import { PlanError } from '../../load/profiles/plan';
import type { Context } from '../commands/context';
import { exitCodes, UsageError, type ExitCode } from '../exit-codes';
import { readTarget, type ConfiguredTarget, type Environment } from '../target/read-target';
import { planStage, rateLimitOf, type LoadStage } from './load-stage';
import { seedOf } from './seed';

export interface KubernetesStage extends LoadStage {
  readonly target: string | undefined;
  /** Where the files land. */
  readonly folder: string;
  readonly parallelism: number;
  readonly seed: number | undefined;
}

/**
 * Writes the manifests of a load run in pods; sends nothing. Throws a {@link UsageError} before anything is written
 * where the target allows no such load, or the run does not fit.
 */
export async function kubernetesStage(
  stage: KubernetesStage,
  { terminal, environment }: Context,
): Promise<ExitCode> {
  const configured = readTarget(stage.target, withoutTokens(environment));
  if (configured === undefined) {
    throw new UsageError(
      '--kubernetes needs --target FILE: pods cannot reach the embedded API of this machine',
    );
  }
  const { bundlePodScripts } = await import('../bundle-pod-scripts');
  const files = await filesOf(stage, configured, environment, bundlePodScripts);
  for (const [name, text] of Object.entries(files)) {
    const file = join(stage.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  terminal.say(
    `kubernetes ${stage.parallelism} pods; ${join(stage.folder, 'README.md')} says how to run them`,
  );
  return exitCodes.ok;
}

/** What is not read cannot be written: fields that hold tokens are overridden before they are resolved. */
function withoutTokens(environment: Environment): Environment {
  return { ...environment, POPSELL_TOKEN: 'in-the-secret', POPSELL_FORBIDDEN_TOKEN: 'in-the-secret' };
}

async function filesOf(
  stage: KubernetesStage,
  configured: ConfiguredTarget,
  environment: Environment,
  bundle: () => Promise<Record<string, string>>,
): Promise<Record<string, string>> {
  const { profile, ratePerSecond, durationSeconds } = planStage(stage, configured);
  const seed = seedOf(stage.seed);
  try {
    return kubernetesFiles(
      planKubernetesRun({
        target: configured.target,
        waivers: configured.waivers,
        profile,
        seed,
        ratePerSecond,
        durationSeconds,
        maxRatePerSecond: rateLimitOf(configured),
        maxChatrooms: configured.load.maxChatrooms,
        parallelism: stage.parallelism,
        popularity: stage.popularity,
        id: `${profile}-${seed}`,
        scripts: await bundle(),
        environment,
      }),
    );
  } catch (error) {
    if (error instanceof PlanError || error instanceof ConfigMapError) throw new UsageError(error.message);
    throw error;
  }
}
