import type { AppliedWaiver, ContractResult, LoadResult } from '../../schemas/generated/types';
import type { Changes } from '../history/changes';
import { speedSentence } from '../regression/speed-sentence';
import type { Speed } from '../regression/speed-of';
import type { Run } from '../run/run';
import { formatDuration, formatMs, formatRate, plural } from '../text/numbers';
import { plainLine } from '../text/plain-line';
import { commonAnswer } from '../verdict/common-answer';
import { notVerified } from '../verdict/gaps';
import { notPutBack } from '../verdict/not-put-back';
import { openViolations, verdictSentence } from '../verdict/sentence';
import { runState, stateWords, type State } from '../verdict/state';
import { formatFigure, isCrossed } from '../verdict/threshold';

const signs: Readonly<Record<State, string>> = {
  passed: '✅',
  failed: '❌',
  incomplete: '◐',
  invalid: '⚠️',
  'no-data': '◌',
};

const shownViolations = 10;
const shownGaps = 5;
const shownWaivers = 10;
const shownNotices = 5;

/** The run in a few lines of Markdown, for a merge request or a step summary. */
export function renderMarkdownSummary(run: Run): string {
  const state = runState(run);
  const target = run.contract?.target ?? run.load?.target;
  const blocks = [
    `### ${signs[state]} ${stateWords[state]}: ${markdown(verdictSentence(run), 400)}`,
    target === undefined
      ? ''
      : `${markdown(target.name, 80)} · ${code(target.baseUrl)} · run ${markdown(run.name, 80)}`,
    run.contract === null ? '' : contractBlock(run.contract),
    run.contract === null ? '' : gapsBlock(run.contract),
    run.contract === null ? '' : waiversBlock(run.contract),
    run.contract === null ? '' : noticesBlock(run.contract),
    run.load === null ? '' : loadBlock(run.load),
    speedBlock(run.history?.speed),
    changesBlock(run.history?.changes),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Why there is no run, for the same places: a line each of what was said. */
export function renderErrorSummary(title: string, message: string): string {
  const lines = message.split('\n').map((line) => `- ${markdown(line.trim(), 600)}`);
  return `### ${signs.failed} ${markdown(title, 200)}\n\n${lines.join('\n')}\n`;
}

function contractBlock(contract: ContractResult): string {
  const violations = openViolations(contract);
  if (violations.length === 0) return '';
  const rows = violations
    .slice(0, shownViolations)
    .map(
      ({ obligation, received, documented, count }) =>
        `| ${code(obligation)} | ${code(received)} | ${code(documented)} | ${count} |`,
    );
  const more = violations.length - rows.length;
  const common = commonAnswer(violations);
  return [
    ...(common === null ? [] : [`${common}.`, '']),
    '| Obligation | Received | Documented | Times |',
    '| --- | --- | --- | ---: |',
    ...rows,
    ...(more > 0 ? ['', `and ${plural(more, 'more violation')}`] : []),
  ].join('\n');
}

function gapsBlock(contract: ContractResult): string {
  const gaps = notVerified(contract);
  if (gaps.length === 0) return '';
  const named = gaps.slice(0, shownGaps).map(({ id }) => code(id));
  const more = gaps.length - named.length;
  return `Not verified: ${named.join(', ')}${more > 0 ? ` and ${plural(more, 'more obligation')}` : ''}`;
}

const waiverWords: Readonly<Record<AppliedWaiver['outcome'], string>> = {
  matched: 'broken and accepted',
  expired: 'expired, which fails the run: fix the deviation, or extend the date',
  gone: 'the deviation is gone, which fails the run: delete the waiver',
  unobserved: 'not tried by this run',
};

/** What a green run is green in spite of, and which waivers make one red. */
function waiversBlock({ waivers }: ContractResult): string {
  const more = waivers.length - shownWaivers;
  return [
    ...waivers
      .slice(0, shownWaivers)
      .map(
        ({ obligation, expires, outcome, reason }) =>
          `- waiver: ${code(obligation)} until ${markdown(expires, 20)}, ${waiverWords[outcome]} (${markdown(reason, 120)})`,
      ),
    ...(more > 0 ? [`- and ${plural(more, 'more waiver')}`] : []),
  ].join('\n');
}

function noticesBlock({ notices }: ContractResult): string {
  const more = notices.length - shownNotices;
  return [
    ...notices.slice(0, shownNotices).map(({ message }) => `- notice: ${markdown(message, 300)}`),
    ...(more > 0 ? [`- and ${plural(more, 'more notice')}`] : []),
  ].join('\n');
}

function loadBlock(load: LoadResult): string {
  const { latency, rate, durationMs, profile, thresholds, verified, validity } = load;
  const figures = `Load ${code(profile)}: p50 ${formatMs(latency.p50)}, p95 ${formatMs(latency.p95)}, p99 ${formatMs(latency.p99)} at ${formatRate(rate)} for ${formatDuration(durationMs)}`;
  const crossed = thresholds
    .filter(isCrossed)
    .slice(0, shownViolations)
    .map(
      ({ name, observed, limit, unit }) =>
        `- ${markdown(name, 80)}: ${formatFigure(observed, unit)}, limit ${formatFigure(limit, unit)}`,
    );
  const broken = verified.violations
    .filter(({ waived }) => waived !== true)
    .slice(0, shownViolations)
    .map(
      ({ check, message, count }) => `- ${markdown(`${check}: ${message}`, 200)} (${plural(count, 'time')})`,
    );
  const reasons = validity.reasons.map((reason) => `- not valid: ${markdown(reason, 300)}`);
  const cautions = (validity.cautions ?? []).map((caution) => `- ${markdown(caution, 300)}`);
  const left = notPutBack(load).map((what) => `- ${markdown(what, 300)}`);
  const lines = [...reasons, ...crossed, ...broken, ...cautions, ...left];
  return [figures, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
}

/** What is as usual needs no line. */
function speedBlock(speed: Speed | null | undefined): string {
  return (speed?.figures ?? [])
    .filter(({ judgement }) => !['few-runs', 'steady', 'cleared'].includes(judgement.state))
    .map((figure) => `- ${markdown(speedSentence(figure), 300)}`)
    .join('\n');
}

function changesBlock(changes: Changes | null | undefined): string {
  if (changes === null || changes === undefined) return '';
  const { violated, fixed, choices, p95 } = changes;
  const lines = [
    ...violated.map(({ id }) => `- newly broken: ${code(id)}`),
    ...fixed.map((id) => `- fixed: ${code(id)}`),
    ...choices.map(
      ({ id, before, now }) => `- ${code(id)} is answered otherwise: ${code(before)} → ${code(now)}`,
    ),
  ];
  const more = lines.length - shownViolations;
  const shown = [
    ...(p95 === null ? [] : [`- p95 ${formatMs(p95.beforeMs)} → ${formatMs(p95.nowMs)}`]),
    ...lines.slice(0, shownViolations),
    ...(more > 0 ? [`- and ${plural(more, 'more change')}`] : []),
  ];
  return shown.length === 0 ? '' : ['Since the last run:', '', ...shown].join('\n');
}

/** Text that stays text: no markup, no HTML, no mention, no link. */
function markdown(text: string, length: number): string {
  return (
    plainLine(text, length)
      .replace(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // A joiner of no width keeps people and issues from being called.
      .replace(/@(?=\w)/g, '@\u2060')
      .replace(/:\/\//g, ':\u2060//')
  );
}

/** In a table a pipe ends the cell, even in code; a backtick ends the code. */
function code(text: string): string {
  const line = plainLine(text, 120).replaceAll('`', 'ˋ').replaceAll('|', '¦');
  return line === '' ? '–' : `\`${line}\``;
}
