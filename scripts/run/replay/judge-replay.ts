import type { Exchange } from '../../../contracts/support/exchange/exchange';
import { judgeAnswer } from '../../../contracts/support/judge/judge-answer';
import type { Violation } from '../../../schemas/generated/types';
import type { Outcome } from './try';

const everyAnswer = /^(\d+\/(body|header)(\/|$)|any\/answer\/(complete|stack-trace|file-path|token)$)/;

/** Whether one exchange alone can show the violation: not where it takes reads around it, or others under way. */
export function isShownAlone(violation: Violation): boolean {
  const { obligation, exchange } = violation;
  if (obligation.startsWith('200/concurrency/') || isCut(exchange.request.body)) return false;
  return statusesOf(violation) !== undefined || (everyAnswer.test(obligation) && isOwn(violation));
}

/** Of a long body a run keeps its beginning: it cannot be sent again as it was. */
function isCut(body: string | null): boolean {
  return body !== null && /… \(\d+ characters more\)$/.test(body);
}

/** Judges an exchange as the specs would, for the obligation of a violation. */
export function judgeReplay(violation: Violation, exchange: Exchange, secrets: readonly string[]): Outcome {
  const statuses = statusesOf(violation);
  const status = exchange.response?.status;
  // A 429 is no answer to the request (ledger entry 15).
  if (status === 429) return 'unseen';
  if (statuses !== undefined) return status !== undefined && statuses.includes(status) ? 'passes' : 'fails';
  const id = /\/chat\/chatrooms\/(\d+)$/.exec(exchange.request.url)?.[1];
  const findings = judgeAnswer(exchange, { secrets, ...(id === undefined ? {} : { chatroom: Number(id) }) });
  const own = findings.filter((one) => one.kind !== 'notice' && one.obligation === violation.obligation);
  if (own.some(({ kind }) => kind === 'broken')) return 'fails';
  return own.length > 0 ? 'passes' : 'unseen';
}

/** The statuses that would have kept the obligation, where the status broke it. */
function statusesOf({ cause, documented }: Violation): number[] | undefined {
  if (!/^status-\d+$/.test(cause)) return undefined;
  return [...documented.matchAll(/\d{3}/g)].map(([status]) => Number(status));
}

/** That a 422 names the field is an obligation of its request, which the body alone does not tell. */
function isOwn({ obligation, cause }: Violation): boolean {
  return !/^422\/(body\/established_dialogue|header\/X-)/.test(obligation) || cause !== 'errors';
}
