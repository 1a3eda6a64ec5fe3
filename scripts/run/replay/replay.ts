import type { Target } from '../../../schemas/target/target';
import type { Context } from '../../commands/context';
import { exitCodes, ExpectedError, UsageError, type ExitCode } from '../../exit-codes';
import { probeTarget } from '../../target/probe';
import { readTarget } from '../../target/read-target';
import { refuseUnrestored } from '../../restore/restore-file';
import { wayByRequest } from './by-request';
import { waysBySpecs } from './by-specs';
import { isShownAlone } from './judge-replay';
import { recordedRequest, recordedViolation, type RecordedViolation } from './recorded-violation';
import type { Try, Way } from './try';
import { verdictOf } from './verdict';

/**
 * Tries a recorded violation again, several times, and says whether it still fails: by its request alone where one
 * answer shows it, and else, or where that does not fail each time, by the specs that found it.
 */
export async function replay(
  place: string,
  targetFile: string | undefined,
  context: Context,
): Promise<ExitCode> {
  const recorded = recordedViolation(place);
  const { obligation, message } = recorded.violation;
  const target = readTarget(targetFile, context.environment)?.target;
  if (target === undefined)
    throw new UsageError(
      'there is no target; accepted: --target FILE, or POPSELL_BASE_URL and its companions',
    );
  const ways = waysOf(recorded, target, context);
  refuseUnrestored(recorded.folder);
  const { terminal, signal } = context;
  const probe = await probeTarget(target, signal);
  if (!probe.usable) throw new ExpectedError(exitCodes.unusableTarget, probe.reason);
  terminal.say(`replay     ${obligation}: ${message}`);
  const done: Try[][] = [];
  for (const way of ways) {
    const tries = await tryAgain(way, context);
    done.push(tries);
    const failures = tries.filter(({ outcome }) => outcome === 'fails').length;
    const isSettled = way.isPartial === true ? failures === way.tries : failures > 0;
    if (isSettled || signal.aborted) break;
  }
  const { sentence, exitCode } = verdictOf(done);
  terminal.say(`           ${sentence}`);
  return exitCode;
}

/** From the fewest requests to the most. */
function waysOf(
  { folder, violation, run }: RecordedViolation,
  target: Target,
  context: Context,
): readonly Way[] {
  const request = recordedRequest(violation, target);
  const alone = wayByRequest({ violation, request, folder, target }, context.terminal.say);
  const ways = [
    ...(isShownAlone(violation) ? [alone] : []),
    ...waysBySpecs({ violation, run, folder, target }, context),
  ];
  if (ways.length > 0) return ways;
  throw new UsageError(
    `${violation.obligation} takes the requests around it, and the run does not say which spec found it; accepted: npm run contracts -- --only ${String(violation.obligation.split('/')[0])}`,
  );
}

async function tryAgain(way: Way, { terminal, signal }: Context): Promise<Try[]> {
  const tries: Try[] = [];
  terminal.say(`           ${way.name}`);
  while (tries.length < way.tries && !signal.aborted) {
    const one = await way.once();
    tries.push(one);
    terminal.say(`           - ${one.outcome}: ${one.says}`);
    if (way.endsWithoutFailure === true && one.outcome !== 'fails') break;
  }
  return tries;
}
