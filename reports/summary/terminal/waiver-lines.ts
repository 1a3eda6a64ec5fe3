import type { AppliedWaiver, ContractResult } from '../../../schemas/generated/types';
import { plural } from '../../text/numbers';
import { plainLine } from '../../text/plain-line';
import type { Painter } from './painter';

const shownWaivers = 10;

/** The waivers in force, and those that fail the run or were not tried. */
export function waiverLines(contract: ContractResult, paint: Painter): string[] {
  return [...matchedWaiverLines(contract, paint), ...idleWaiverLines(contract, paint)];
}

/** Jest knows no waivers: without these lines, its failed tests and a run that passes would contradict each other. */
function matchedWaiverLines({ waivers }: ContractResult, paint: Painter): string[] {
  const matched = waivers.filter(({ outcome }) => outcome === 'matched');
  const more = matched.length - shownWaivers;
  return [
    ...(matched.length === 0
      ? []
      : [paint('waived      broken, and accepted until a date: Jest shows it as failed', 'yellow')]),
    ...matched
      .slice(0, shownWaivers)
      .map(
        ({ obligation, reason, expires }) =>
          `  ${plainLine(obligation, 160)} until ${plainLine(expires, 20)} (${plainLine(reason, 160)})`,
      ),
    ...(more > 0 ? [`  and ${plural(more, 'more waiver')}`] : []),
  ];
}

/** Waivers that could not be tried, and those that fail the run, with what to do about them behind each kind. */
function idleWaiverLines({ waivers, obligations }: ContractResult, paint: Painter): string[] {
  const verified = new Set(obligations.flatMap(({ id, state }) => (state === 'verified' ? [id] : [])));
  const nameOf = ({ obligation, reason }: AppliedWaiver): string =>
    `${plainLine(obligation, 160)} (${plainLine(reason, 160)})`;
  const untried = waivers.filter(({ outcome }) => outcome === 'unobserved');
  const failing = waivers.filter(({ outcome }) => outcome === 'gone' || outcome === 'expired');
  const isGone = ({ outcome, obligation }: AppliedWaiver): boolean =>
    outcome === 'gone' || verified.has(obligation);
  const lineOf = (waiver: AppliedWaiver): string => {
    const { outcome, expires } = waiver;
    const what = outcome === 'gone' ? 'waiver not needed' : `waiver expired on ${plainLine(expires, 20)}`;
    return `${paint(what, 'red', 'bold')}  ${nameOf(waiver)}`;
  };
  const withAdvice = (some: readonly AppliedWaiver[], advice: string): string[] =>
    some.length === 0 ? [] : [...some.map(lineOf), `  ${advice}`];
  return [
    ...untried.map((waiver) => `${paint('waiver not tried', 'yellow')}  ${nameOf(waiver)}`),
    ...withAdvice(failing.filter(isGone), 'the deviation is gone: delete the waiver from the waiver file'),
    ...withAdvice(
      failing.filter((waiver) => !isGone(waiver)),
      'fix the deviation, or extend the date in the waiver file',
    ),
  ];
}
