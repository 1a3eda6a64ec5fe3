import type { ContractResult, Violation } from '../../../schemas/generated/types';
import type { Target } from '../../../schemas/target/target';
import type { Context } from '../../commands/context';
import { putBackTheRest } from '../../restore/put-back-the-rest';
import { runSpecs } from '../run-specs';
import { judgeRerun } from './judge-rerun';
import type { Try, Way } from './try';

/** A violation, and what its run knew beside it. */
export interface SpecReplay {
  readonly violation: Violation;
  readonly run: Pick<ContractResult, 'seed' | 'thorough'>;
  readonly folder: string;
  readonly target: Target;
}

/** Bursts meet by chance. */
const burstTries = 5;
const usualTries = 3;

/**
 * The ways to try a violation again by the specs that found it, which send what it takes to judge it: the reads around a
 * request, the whole burst. First its test alone, then all tests of the file with the values of the run, in which what
 * others have sent before may matter. None where the run does not say which spec file it was.
 */
export function waysBySpecs(replay: SpecReplay, context: Context): Way[] {
  const { spec, test, obligation } = replay.violation;
  if (spec === undefined || !/^contracts\/patch-chatroom\/[\w-]+\.spec\.ts$/.test(spec)) return [];
  const wholeFile = { name: `all tests of ${spec}, with the seed of the run`, once: again(replay, context) };
  // What one burst leaves behind is judged together with the others.
  const isBurst = obligation.startsWith('200/concurrency/');
  if (test === undefined || isBurst) return [{ ...wholeFile, tries: isBurst ? burstTries : usualTries }];
  return [
    { name: `the test of ${test} in ${spec}`, tries: usualTries, once: again(replay, context, test) },
    { ...wholeFile, tries: usualTries, endsWithoutFailure: true },
  ];
}

function again(
  { violation, run, folder, target }: SpecReplay,
  { terminal, environment, signal }: Context,
  test?: string,
): () => Promise<Try> {
  const name = test?.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return async () => {
    const { evidence, exchanges } = await runSpecs({
      ...run,
      target,
      folder,
      spec: violation.spec,
      tests: name === undefined ? undefined : `(^| )${name}: `,
      color: terminal.color,
      silent: true,
      environment,
      signal,
    });
    await putBackTheRest(target, folder, terminal.say);
    return judgeRerun(violation, evidence, exchanges);
  };
}
