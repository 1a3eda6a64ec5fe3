import { exitCodes, type ExitCode } from '../../exit-codes';
import type { Try } from './try';

/** What all tries of a violation come to. */
export interface ReplayVerdict {
  readonly sentence: string;
  readonly exitCode: ExitCode;
}

/**
 * Says whether a violation is still there: where every try of one way fails it is, and the other ways lack what it takes.
 * Tries in which the obligation was not seen count for nothing, and prove nothing.
 * @param ways the tries of each way
 */
export function verdictOf(ways: readonly (readonly Try[])[]): ReplayVerdict {
  const judged = ways.map((tries) => tries.filter(({ outcome }) => outcome !== 'unseen'));
  const failures = (tries: readonly Try[]): number =>
    tries.filter(({ outcome }) => outcome === 'fails').length;
  const steady = judged.find((tries) => tries.length > 0 && failures(tries) === tries.length);
  if (steady !== undefined) return isBroken(`it still fails: ${failures(steady)} of ${times(steady)}`);
  const all = judged.flat();
  if (failures(all) > 0) return isBroken(`it is flaky: it failed ${failures(all)} of ${times(all)}`);
  if (all.length > 0) {
    return { sentence: `it no longer fails: 0 of ${times(all)}`, exitCode: exitCodes.ok };
  }
  const reason = ways.flat().at(-1)?.says ?? 'it was not tried';
  return isBroken(`it can neither be said to fail nor to pass: ${reason}`);
}

function isBroken(sentence: string): ReplayVerdict {
  return { sentence, exitCode: exitCodes.violated };
}

function times({ length }: readonly Try[]): string {
  return `${length} ${length === 1 ? 'time' : 'times'}`;
}
