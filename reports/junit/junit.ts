import type {
  ContractResult,
  LoadResult,
  LoadViolation,
  ObligationResult,
  ThresholdResult,
  Violation,
} from '../../schemas/generated/types';
import { loadComparison } from '../load/load-comparison';
import { speedSentence } from '../regression/speed-sentence';
import type { Speed } from '../regression/speed-of';
import type { Run } from '../run/run';
import { cutLine } from '../text/cut';
import { formatFigure, thresholdClause } from '../verdict/threshold';
import { boundSentence } from '../verdict/bound-sentence';
import { element } from './xml';

interface Suite {
  readonly name: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly cases: readonly Case[];
}

/** One testcase. What is neither failed nor skipped has passed. */
interface Case {
  readonly suite: string;
  readonly name: string;
  readonly failure?: { message: string; details: string } | undefined;
  readonly skipped?: string | undefined;
  readonly output?: string | undefined;
}

const longestText = 4_096;

/**
 * The run as JUnit XML: a suite of obligations, and one of load thresholds. A missing half is a skipped case. It keeps
 * to what the schema of Jenkins' xUnit plugin (junit-10.xsd) allows, which is less than others do.
 */
export function renderJunit(run: Run): string {
  const suites = [contractSuite(run.contract), loadSuite(run.load, run.history?.speed ?? null)];
  const { tests, failures, errors } = totals(suites.flatMap(({ cases }) => cases));
  const root = element(
    'testsuites',
    { name: 'Popsell chatroom API', tests, failures, errors },
    suites.map(suiteElement),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function contractSuite(contract: ContractResult | null): Suite {
  if (contract === null) return emptySuite('contract', 'the run has no contract.json');
  const cases = contract.obligations.map((obligation) => obligationCase(obligation, contract));
  return { name: 'contract', ...contract, cases: [...cases, ...wholeRunCase(contract)] };
}

/** What fails a run beside its violations must fail here too. */
function wholeRunCase({ verdict, reason }: ContractResult): Case[] {
  if (verdict === 'incomplete') return [unfinished('contract', reason)];
  if (verdict === 'passed' || reason === undefined) return [];
  const failure = { message: reason, details: reason };
  return [{ suite: 'contract', name: 'nothing beside violations fails the run', failure }];
}

function obligationCase(obligation: ObligationResult, contract: ContractResult): Case {
  const { id, group, title, state, reason } = obligation;
  const violations = contract.violations.filter((violation) => violation.obligation === id);
  const base = { suite: `contract.${group}`, name: `${id}: ${title}` };
  switch (state) {
    case 'verified':
      return base;
    case 'violated':
      return {
        ...base,
        failure: { message: violations[0]?.message ?? title, details: violations.map(describe).join('\n\n') },
      };
    case 'waived':
      return {
        ...base,
        skipped: `waived: ${waiverReason(id, contract)}`,
        output: violations.map(describe).join('\n\n'),
      };
    case 'unobserved':
      return { ...base, skipped: `unobserved${reason === undefined ? '' : `: ${reason}`}` };
    case 'not-tried':
      return { ...base, skipped: `not tried${reason === undefined ? '' : `: ${reason}`}` };
  }
}

function describe({
  message,
  pointer,
  received,
  documented,
  count,
  spec,
  line,
  exchange,
}: Violation): string {
  const text = (value: string): string => cutLine(value, longestText);
  const place = pointer === undefined ? '' : ` at ${text(pointer)}`;
  return [
    `${text(message)}${place} (${count} ×)`,
    `Received:   ${text(received)}`,
    `Documented: ${text(documented)}`,
    ...(spec === undefined ? [] : [`Spec:       ${text(spec)}${line === undefined ? '' : `:${line}`}`]),
    text(exchange.curl),
  ].join('\n');
}

function waiverReason(id: string, { waivers }: ContractResult): string {
  const waiver = waivers.find(({ obligation }) => obligation === id);
  return waiver === undefined ? 'the run does not say why' : `${waiver.reason} (until ${waiver.expires})`;
}

function loadSuite(load: LoadResult | null, speed: Speed | null): Suite {
  if (load === null) return emptySuite('load', 'the run has no load.json');
  const invalid =
    load.verdict === 'invalid' ? `the load run is not valid: ${load.validity.reasons.join('; ')}` : undefined;
  const cases = load.thresholds.map((threshold) => thresholdCase(threshold, invalid));
  return {
    name: `load ${load.profile}`,
    ...load,
    cases: [...cases, ...speedCases(speed), verificationCase(load), validityCase(load)],
  };
}

/** Figures of an invalid run prove nothing, neither way. */
function thresholdCase(threshold: ThresholdResult, invalid: string | undefined): Case {
  const { name, limit, unit, ok, observed } = threshold;
  const base = {
    suite: 'load.thresholds',
    name: `${name} within ${formatFigure(limit, unit)}`,
    output: thresholdClause(threshold),
  };
  if (invalid !== undefined) return { ...base, skipped: invalid };
  if (observed === null) return { ...base, skipped: 'too few samples' };
  if (ok) return base;
  const details = `Observed: ${formatFigure(observed, unit)}\nLimit:    ${formatFigure(limit, unit)}`;
  return { ...base, failure: { message: thresholdClause(threshold), details } };
}

/** A figure beside those of earlier runs. What only asks for more runs has not failed. */
function speedCases(speed: Speed | null): Case[] {
  return (speed?.figures ?? []).map((figure) => {
    const sentence = speedSentence(figure);
    const base = { suite: 'load.speed', name: `${figure.name} as in earlier runs`, output: sentence };
    if (figure.judgement.state === 'few-runs') return { ...base, skipped: sentence };
    if (figure.judgement.state !== 'regressed' || speed?.gates !== true) return base;
    return { ...base, failure: { message: sentence, details: sentence } };
  });
}

function verificationCase({ verified }: LoadResult): Case {
  const base = {
    suite: 'load.verification',
    name: 'answers under load keep their promises',
    output: boundSentence(verified),
  };
  const open = verified.violations.filter(({ waived }) => waived !== true);
  const [first] = open;
  if (first === undefined) return base;
  const details = open.map(describeLoad).join('\n\n');
  return { ...base, failure: { message: first.message, details } };
}

function describeLoad(violation: LoadViolation): string {
  const { check, message, count, example } = violation;
  const comparison = loadComparison(violation);
  const text = (value: string): string => cutLine(value, longestText);
  return [
    `${text(check)}: ${text(message)} (${count} ×)`,
    ...(comparison === null
      ? []
      : [`Received:   ${text(comparison.received)}`, `Documented: ${text(comparison.documented)}`]),
    ...(example === undefined ? [] : [text(example.curl)]),
  ].join('\n');
}

function validityCase({ verdict, validity }: LoadResult): Case {
  const base = { suite: 'load.validity', name: 'the generator was fit to measure' };
  if (verdict !== 'invalid') return base;
  return {
    ...base,
    failure: { message: validity.reasons[0] ?? 'the run is not valid', details: validity.reasons.join('\n') },
  };
}

function emptySuite(name: string, reason: string): Suite {
  return {
    name,
    startedAt: '',
    durationMs: 0,
    cases: [{ suite: name, name: `${name} run`, skipped: `no data: ${reason}` }],
  };
}

function unfinished(suite: string, reason = 'the run does not say why'): Case {
  return { suite, name: 'every spec ran', failure: { message: `incomplete: ${reason}`, details: reason } };
}

function suiteElement({ name, startedAt, durationMs, cases }: Suite): string {
  const time = { time: (durationMs / 1000).toFixed(3), ...(startedAt !== '' && { timestamp: startedAt }) };
  return element(
    'testsuite',
    { name: cutLine(name, 200), ...totals(cases), ...time },
    cases.map(caseElement),
  );
}

function totals(cases: readonly Case[]) {
  return {
    tests: cases.length,
    failures: cases.filter(({ failure }) => failure !== undefined).length,
    errors: 0,
    skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
  };
}

function caseElement({ suite, name, failure, skipped, output }: Case): string {
  const content = [
    ...(failure === undefined
      ? []
      : [element('failure', { message: cutLine(failure.message, 500), type: 'violation' }, failure.details)]),
    ...(skipped === undefined ? [] : [element('skipped', { message: cutLine(skipped, 500) })]),
    ...(output === undefined || output === '' ? [] : [element('system-out', {}, output)]),
  ];
  const attributes = {
    classname: suite,
    name: cutLine(name, 500),
    time: 0,
  };
  return element('testcase', attributes, content);
}
