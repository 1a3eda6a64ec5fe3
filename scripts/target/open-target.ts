import type { Context } from '../commands/context';
import { exitCodes, ExpectedError } from '../exit-codes';
import { probeTarget } from './probe';
import { readTarget, type ConfiguredTarget } from './read-target';

export interface TargetUse<Checked, Result> {
  /** Checks the rest of the command line against the target, before anything is sent. */
  readonly check: (configured: ConfiguredTarget) => Checked;
  readonly use: (configured: ConfiguredTarget, checked: Checked) => Promise<Result>;
}

/**
 * Does something with the target that the options name, or with the embedded API where they name none,
 * which is stopped afterwards. The target is tried first: throws an error with exit code 3 where it
 * cannot be used.
 */
export async function withTarget<Checked, Result>(
  file: string | undefined,
  { terminal, environment, signal }: Context,
  { check, use }: TargetUse<Checked, Result>,
): Promise<Result> {
  const configured = readTarget(file, environment);
  if (configured === undefined) return withReference({ terminal, check, use });
  const { target } = configured;
  const checked = check(configured);
  terminal.say(`target     ${target.name}, ${target.baseUrl}`);
  const probe = await probeTarget(target, signal);
  if (!probe.usable && !signal.aborted) {
    throw new ExpectedError(
      exitCodes.unusableTarget,
      `the target ${target.name} cannot be used: ${probe.reason}`,
    );
  }
  return use(configured, checked);
}

async function withReference<Checked, Result>({
  terminal,
  check,
  use,
}: TargetUse<Checked, Result> & Pick<Context, 'terminal'>): Promise<Result> {
  // Loaded only where it is used: a tenth of the command line's start.
  const { startReference } = await import('../../reference/start-reference');
  const reference = await startReference();
  try {
    const configured: ConfiguredTarget = { target: reference.target, load: { allow: true }, waivers: [] };
    const checked = check(configured);
    terminal.say(`target     the embedded API, ${reference.baseUrl} (--target FILE names another)`);
    return await use(configured, checked);
  } finally {
    await reference.close();
  }
}
