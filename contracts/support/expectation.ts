import { documentedStatuses } from './answers/choices';
import type { Exchange } from './exchange/exchange';
import { parseJson } from './exchange/parse-json';
import { broken, held, type Broken, type Finding } from './judge/finding';
import { judgeAnswer } from './judge/judge-answer';
import { suite } from './suite';

/** What a spec expects of one answer, beside what every answer owes. */
export interface Expectation {
  /** The obligation that the status is judged under. */
  readonly obligation: string;
  /** The statuses that keep it. */
  readonly statuses: readonly number[];
  /** A key that a 422's `errors` must have, its case aside. */
  readonly namesInErrors?: string | undefined;
  /** The chatroom id in the path, where it is a plain integer. */
  readonly chatroom?: number | undefined;
  /** Tells variants of one obligation apart. */
  readonly variant?: string | undefined;
  /**
   * The answer to the same request without its variation, where that must make no difference: what is wrong with
   * both is the control's account, and what is wrong with this one alone is this obligation's.
   */
  readonly control?: Exchange | undefined;
  /** True: an expected status alone shows nothing yet; `judge` says what the answer shows. */
  readonly statusIsNotAll?: boolean | undefined;
  /** Findings of the spec's own, from the answer that has an expected status. */
  readonly judge?: ((exchange: Exchange) => Finding[]) | undefined;
  /** True: the findings are for the caller to record, or not. */
  readonly unrecorded?: boolean | undefined;
}

/**
 * Judges an answer and records what it shows. It does not throw: one broken promise must not keep
 * the others from being tried. The test of an obligation fails by what has been recorded for it.
 */
export function expectDocumentedAnswer(exchange: Exchange, expectation: Expectation): void {
  if (expectation.unrecorded === true) return;
  suite.collector.add(judgeExchange(exchange, expectation), exchange);
}

/** What an exchange shows of every obligation, by what was expected of it. */
export function judgeExchange(exchange: Exchange, expectation: Expectation): Finding[] {
  const { token, forbiddenToken } = suite.target;
  const secrets = [token, ...(forbiddenToken === undefined ? [] : [forbiddenToken])];
  const context = { chatroom: expectation.chatroom, secrets };
  const { control, obligation, statuses } = expectation;
  const findings = judgeAnswer(exchange, context).filter(isOwed(exchange, statuses));
  const owed =
    control === undefined ? findings : onOneAccount(findings, judgeAnswer(control, context), obligation);
  // A 429 is no answer to the request, and is sent again (ledger entry 15).
  if (exchange.response === undefined || exchange.response.status === 429) return owed;
  return [...owed, ...judgeExpectation(exchange, expectation)];
}

/** An answer of the wrong status owes nothing as what it is: a 200 for an unknown chatroom has no right body. */
function isOwed({ response }: Exchange, statuses: readonly number[]): (finding: Finding) => boolean {
  const status = response?.status ?? 0;
  if (status === 0 || statuses.includes(status)) return () => true;
  return (finding) => finding.kind === 'notice' || !finding.obligation.startsWith(`${status}/`);
}

function onOneAccount(
  findings: readonly Finding[],
  ofControl: readonly Finding[],
  obligation: string,
): Finding[] {
  const known = new Set(ofControl.flatMap((one) => (one.kind === 'broken' ? [one.obligation] : [])));
  return findings.flatMap((one): Finding[] => {
    if (one.kind !== 'broken') return [one];
    return known.has(one.obligation)
      ? []
      : [{ ...one, obligation, cause: `${one.obligation}: ${one.cause}` }];
  });
}

function judgeExpectation(exchange: Exchange, expectation: Expectation): Finding[] {
  const status = exchange.response?.status ?? 0;
  const { control } = expectation;
  if (control !== undefined && !expectation.statuses.includes(control.response?.status ?? 0)) return [];
  if (!expectation.statuses.includes(status)) return [wrongStatus(status, expectation)];
  const isControlNameless = control !== undefined && missingName(control, expectation) !== undefined;
  const named = status === 422 && !isControlNameless ? missingName(exchange, expectation) : undefined;
  const own = expectation.judge?.(exchange) ?? [];
  if (named !== undefined) return [named, ...own];
  return expectation.statusIsNotAll === true ? own : [held(expectation.obligation), ...own];
}

function wrongStatus(status: number, { obligation, statuses, variant }: Expectation): Broken {
  const of = variant === undefined ? '' : ` for ${variant}`;
  // What a proxy may answer is allowed, and not documented.
  const documented = statuses.filter((one) => documentedStatuses.includes(one));
  return broken({
    obligation,
    cause: `status-${status}`,
    message: `received ${status}${of}; documented ${documented.join(', ')}`,
    received: `status ${status}`,
    documented: `status ${documented.join(' or ')}`,
  });
}

/** Some validators write where a field stands: `body.established_dialogue` names it, too. */
function partsOf(key: string): string[] {
  return key.toLowerCase().split(/[./[\]]+/);
}

/** Where `errors` itself is missing or mistyped, the schema's obligation says so, and this one is silent. */
function missingName(
  { response }: Exchange,
  { obligation, namesInErrors, variant }: Expectation,
): Broken | undefined {
  if (namesInErrors === undefined) return undefined;
  const parsed = parseJson(response?.text ?? '');
  const errors = parsed.ok ? (parsed.value as { errors?: unknown } | null)?.errors : undefined;
  if (typeof errors !== 'object' || errors === null || Array.isArray(errors)) return undefined;
  const names = Object.keys(errors);
  if (names.some((name) => partsOf(name).includes(namesInErrors.toLowerCase()))) return undefined;
  return broken({
    obligation,
    cause: 'errors',
    message: `errors does not name ${namesInErrors}${variant === undefined ? '' : ` for ${variant}`}`,
    pointer: '/errors',
    received: names.length === 0 ? 'no key' : `the keys ${names.join(', ')}`,
    documented: `the key ${namesInErrors}`,
  });
}
