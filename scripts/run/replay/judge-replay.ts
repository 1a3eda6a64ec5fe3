import type { Exchange } from '../../../contracts/support/exchange/exchange';
import { judgeAnswer } from '../../../contracts/support/judge/judge-answer';
import type { Violation } from '../../../schemas/generated/types';

/** What one exchange says about a violation; unseen: its answer does not show the obligation at all. */
export type Outcome = 'fails' | 'passes' | 'unseen';

const everyAnswer = /^(\d+\/(body|header)(\/|$)|any\/answer\/(complete|stack-trace|file-path|token)$)/;

/** Whether one exchange alone can show the violation; what needs reads around it cannot be replayed. */
export function isJudgeable(violation: Violation): boolean {
  return statusesOf(violation) !== undefined || (everyAnswer.test(violation.obligation) && isOwn(violation));
}

/** Judges an exchange as the specs would, for the obligation of a violation. */
export function judgeReplay(violation: Violation, exchange: Exchange, secrets: readonly string[]): Outcome {
  const statuses = statusesOf(violation);
  const status = exchange.response?.status;
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
