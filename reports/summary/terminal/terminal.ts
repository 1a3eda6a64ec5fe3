import type { ContractResult } from '../../../schemas/generated/types';
import type { Changes } from '../../history/changes';
import { whyNotCompared } from '../../history/why-not-compared';
import type { Run } from '../../run/run';
import { plural } from '../../text/numbers';
import { plainLine } from '../../text/plain-line';
import { gapsOf } from '../../verdict/gaps';
import { verdictSentence } from '../../verdict/sentence';
import { runState, stateWords, type State } from '../../verdict/state';
import { loadLines, speedLines } from './load-lines';
import { painter, type Colour, type Painter } from './painter';
import { violationLines } from './violation-lines';
import { waiverLines } from './waiver-lines';

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

const shownChanges = 20;
const shownGaps = 5;
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
  const more = lines.length - shownChanges;
  const shown = [
    ...lines.slice(0, shownChanges),
    ...(more > 0 ? [`  and ${plural(more, 'more change')}`] : []),
  ];
  return shown.length === 0 ? [] : ['Since the last run', ...shown];
}
