import type {
  AppliedWaiver,
  ContractResult,
  LoadResult,
  ThresholdResult,
  Violation,
} from '../../schemas/generated/types';
import type { Run } from '../run/run';
import { formatCount, formatMs, formatRate, plural } from '../text/numbers';
import { plainLine } from '../text/plain-line';
import { boundSentence } from '../verdict/bound-sentence';
import { commonAnswer } from '../verdict/common-answer';
import { gapsOf } from '../verdict/gaps';
import { notPutBack } from '../verdict/not-put-back';
import { openViolations, verdictSentence } from '../verdict/sentence';
import { runState, stateWords, type State } from '../verdict/state';
import { isCrossed, thresholdClause } from '../verdict/threshold';
import { isUnproved, speedSentence } from '../regression/speed-sentence';
import type { Speed, SpeedFigure } from '../regression/speed-of';
import type { Changes } from '../history/changes';
import { whyNotCompared } from '../history/why-not-compared';
import { painter, type Colour, type Painter } from './painter';

export interface TerminalOptions {
  /** False for files, pipes and NO_COLOR: the caller knows its stream. */
  readonly color: boolean;
}

const signs: Readonly<Record<State, string>> = {
  passed: '✓',
  failed: '✗',
  incomplete: '◐',
  invalid: '!',
  'no-data': '–',
};
const stateColours: Readonly<Record<State, Colour>> = {
  passed: 'green',
  failed: 'red',
  incomplete: 'magenta',
  invalid: 'yellow',
  'no-data': 'grey',
};

const shownViolations = 20;
const longestCommand = 2_000;
const shownGaps = 5;
const shownWaivers = 10;
const shownNotices = 5;

/** The lines at the end of a run: what is broken, how to see it again, how fast it was. */
export function renderTerminalSummary(run: Run, { color }: TerminalOptions): string {
  const paint = painter(color);
  const state = runState(run);
  const verdict = `${paint(`${signs[state]} ${stateWords[state]}`, stateColours[state], 'bold')}  ${plainLine(verdictSentence(run))}`;
  const blocks = [
    [verdict],
    run.contract === null ? [] : violationLines(run.contract, paint),
    run.contract === null ? [] : gapLines(run.contract, paint),
    run.contract === null ? [] : waiverLines(run.contract, paint),
    run.contract === null ? [] : noticeLines(run.contract, paint),
    run.load === null ? [] : [...loadLines(run.load, paint), ...speedLines(run.history?.speed, paint)],
    changeLines(run.history?.changes, paint),
    notComparedLines(run, paint),
  ];
  return `${blocks
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function violationLines(contract: ContractResult, paint: Painter): string[] {
  const violations = openViolations(contract);
  const lines = [...byObligation(violations.slice(0, shownViolations))].flatMap(([obligation, group]) => [
    paint(plainLine(obligation, 160), 'red', 'bold'),
    ...group.flatMap((violation) => describe(violation, paint)),
  ]);
  const [first] = violations;
  const more = violations.length - shownViolations;
  const common = commonAnswer(violations);
  return [
    ...(common === null ? [] : [paint(common, 'bold'), '']),
    ...lines,
    ...(more > 0 ? [`and ${plural(more, 'more violation')}`] : []),
    ...(first === undefined
      ? []
      : [
          paint(
            `npm run contracts -- --explain '${plainLine(first.obligation, 160)}' says what to look at`,
            'grey',
          ),
        ]),
  ];
}

function byObligation(violations: readonly Violation[]): Map<string, Violation[]> {
  const groups = new Map<string, Violation[]>();
  for (const violation of violations) {
    groups.set(violation.obligation, [...(groups.get(violation.obligation) ?? []), violation]);
  }
  return groups;
}

function describe(
  { message, pointer, received, documented, count, exchange }: Violation,
  paint: Painter,
): string[] {
  const place = pointer === undefined ? '' : ` at ${plainLine(pointer, 160)}`;
  return [
    `  ${plainLine(message)}${place} ${paint(`(${plural(count, 'time')})`, 'grey')}`,
    `    ${paint('Received:  ', 'grey')} ${plainLine(received, 200)}`,
    `    ${paint('Documented:', 'grey')} ${plainLine(documented, 200)}`,
    `    ${paint(commandLine(exchange.curl), 'grey')}`,
  ];
}

/** A command in one line, so that it can be copied whole; half a command is of no use. */
function commandLine(curl: string): string {
  if (curl.length > longestCommand) return 'a long request: the report has its curl command';
  return plainLine(curl.replaceAll('\\\n', ' '), 2 * longestCommand);
}

/** What was not verified is as much of a result as what was. */
function gapLines(contract: ContractResult, paint: Painter): string[] {
  return gapsOf(contract).flatMap(({ state, reason = 'no reason given', obligations }) => [
    paint(`${state === 'not-tried' ? 'not tried ' : 'unobserved'}  ${plainLine(reason, 200)}`, 'yellow'),
    ...obligations.slice(0, shownGaps).map(({ id }) => `  ${plainLine(id, 160)}`),
    ...(obligations.length > shownGaps
      ? [`  and ${plural(obligations.length - shownGaps, 'more obligation')}`]
      : []),
  ]);
}

/** What breaks no promise, and may explain what does. Waivers that were not tried have lines of their own. */
function noticeLines({ notices }: ContractResult, paint: Painter): string[] {
  const shown = notices.filter(({ code }) => code !== 'waiver-unobserved');
  const more = shown.length - shownNotices;
  return [
    ...shown
      .slice(0, shownNotices)
      .map(({ message }) => `${paint('notice', 'yellow')}      ${plainLine(message, 300)}`),
    ...(more > 0 ? [`and ${plural(more, 'more notice')} in the report`] : []),
  ];
}

function waiverLines(contract: ContractResult, paint: Painter): string[] {
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

function loadLines(load: LoadResult, paint: Painter): string[] {
  const { latency, rate, askedRate, requests, validity, thresholds, verified } = load;
  const asked = askedRate === undefined ? '' : ` of ${formatRate(askedRate)} asked`;
  return [
    `Load ${plainLine(load.profile, 80)}: ${formatCount(requests)} requests, ${formatRate(rate)}${asked}`,
    `  p50 ${formatMs(latency.p50)}   p95 ${formatMs(latency.p95)}   p99 ${formatMs(latency.p99)}   max ${formatMs(latency.max)}`,
    ...breakpointLines(load.breakpoint),
    ...thresholds.map((threshold) => {
      return `  ${thresholdSign(threshold, paint)} ${plainLine(thresholdClause(threshold), 200)}`;
    }),
    ...verified.violations
      .slice(0, shownViolations)
      .map(
        ({ check, message, count, waived = false }) =>
          `  ${waived ? paint('○', 'grey') : paint('✗', 'red')} ${plainLine(`${check}: ${message}`, 300)} (${plural(count, 'time')}${waived ? ', waived' : ''})`,
      ),
    ...(load.turnedAway === undefined || load.turnedAway === 0
      ? []
      : [`  ${formatCount(load.turnedAway)} turned away with 429, which are no failures`]),
    `  ${boundSentence(verified)}`,
    ...[...validity.reasons, ...(validity.cautions ?? [])].map(
      (reason) => `  ${paint('!', 'yellow')} ${plainLine(reason)}`,
    ),
    ...[notPutBack(load) ?? []].flat().map((left) => `  ${paint('!', 'yellow')} ${left}`),
    ...(validity.unknown ?? []).map((what) => `  ${paint('?', 'yellow')} not known: ${plainLine(what)}`),
  ];
}

function thresholdSign(threshold: ThresholdResult, paint: Painter): string {
  if (isCrossed(threshold)) return paint('✗', 'red');
  return threshold.ok ? paint('✓', 'green') : paint('–', 'grey');
}

/** The highest rate that keeps the thresholds, with the steps before and after. */
function breakpointLines(breakpoint: LoadResult['breakpoint']): string[] {
  if (breakpoint === undefined) return [];
  const { highestRateKept, before, after, steps } = breakpoint;
  const highest = steps.find(({ rate }) => rate === highestRateKept);
  const kept =
    highestRateKept === null
      ? 'no step keeps the thresholds'
      : `${formatRate(highestRateKept)} is the highest rate that keeps the thresholds`;
  return [
    `  ${kept}${after === null ? '; no step crossed them' : ''}`,
    ...[before, highest ?? null, after].flatMap((step) =>
      step === null
        ? []
        : [
            `    ${formatRate(step.rate)}: p95 ${formatMs(step.p95)}, p99 ${formatMs(step.p99)}, ${plainLine([step.state, ...step.crossed].join(', '), 200)}`,
          ],
    ),
  ];
}

/** What is as usual needs no line, but for the figure of all requests. */
function speedLines(speed: Speed | null | undefined, paint: Painter): string[] {
  const signs: Partial<Record<Speed['state'], string>> = {
    regressed: paint('✗', 'red'),
    suspected: paint('!', 'yellow'),
    warned: paint('!', 'yellow'),
    steady: paint('✓', 'green'),
    cleared: paint('✓', 'green'),
  };
  const signOf = ({ judgement }: SpeedFigure): string =>
    (isUnproved(judgement) ? undefined : signs[judgement.state]) ?? paint('–', 'grey');
  return (speed?.figures ?? [])
    .filter(({ name, judgement }) => name === 'p95' || !['few-runs', 'steady'].includes(judgement.state))
    .map((figure) => `  ${signOf(figure)} ${plainLine(speedSentence(figure))}`);
}

function notComparedLines(run: Run, paint: Painter): string[] {
  const why = whyNotCompared(run);
  return why === null ? [] : [paint(`p95 is not compared with earlier runs: ${why}`, 'grey')];
}

function changeLines(changes: Changes | null | undefined, paint: Painter): string[] {
  if (changes === null || changes === undefined) return [];
  const lines = [
    ...changes.violated.map(({ id }) => `  ${paint('newly broken', 'red')}  ${plainLine(id, 160)}`),
    ...changes.fixed.map((id) => `  ${paint('fixed', 'green')}         ${plainLine(id, 160)}`),
    ...changes.choices.map(
      ({ id, before, now }) => `  answered otherwise  ${plainLine(`${id}: ${before} → ${now}`, 200)}`,
    ),
  ];
  const more = lines.length - shownViolations;
  const shown = [
    ...lines.slice(0, shownViolations),
    ...(more > 0 ? [`  and ${plural(more, 'more change')}`] : []),
  ];
  return shown.length === 0 ? [] : ['Since the last run', ...shown];
}
