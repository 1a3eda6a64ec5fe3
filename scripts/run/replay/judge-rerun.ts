import type { Evidence } from '../../../contracts/support/evidence/evidence';
import type { LoggedExchange } from '../../../contracts/support/evidence/exchange-log';
import { parseJson } from '../../../contracts/support/exchange/parse-json';
import { valueAt } from '../../../contracts/support/judge/json-pointer';
import { show } from '../../../contracts/support/judge/show';
import type { Violation } from '../../../schemas/generated/types';
import type { Try } from './try';

/**
 * What the specs that found a violation say about it now, by what they saw of its obligation.
 * @param evidence what they saw; undefined: they could not be run
 * @param exchanges what they sent, and what came
 */
export function judgeRerun(
  violation: Violation,
  evidence: Evidence | undefined,
  exchanges: readonly LoggedExchange[],
): Try {
  const { obligation, cause, pointer, test } = violation;
  if (evidence === undefined) return { outcome: 'unseen', says: 'the specs could not be run' };
  const broken = evidence.violations.filter((one) => one.obligation === obligation);
  const same = broken.find(
    (one) => one.cause === cause || (pointer !== undefined && one.pointer === pointer),
  );
  if (same !== undefined) return { outcome: 'fails', says: same.message };
  // Not as it did; but whoever reads this asks whether the promise is kept.
  if (broken[0] !== undefined) return { outcome: 'fails', says: `in another way: ${broken[0].message}` };
  if (isLeftChanged(violation, exchanges)) {
    const says = `${pointer ?? ''} is still ${violation.received}, which it was changed to: a change would not be seen`;
    return { outcome: 'unseen', says };
  }
  if ((evidence.observations[obligation] ?? 0) > 0) {
    return { outcome: 'passes', says: `${evidence.requests} requests` };
  }
  return { outcome: 'unseen', says: whyUnseen(evidence, [obligation, test ?? obligation]) };
}

function whyUnseen({ errors, notTried }: Evidence, tests: readonly string[]): string {
  const [error] = errors;
  if (error !== undefined) return `the suite itself failed: ${error.message}`;
  return tests.flatMap((test) => notTried[test] ?? [])[0] ?? 'no answer showed whether it holds';
}

/** A field that no PATCH can put back, and that is what the violation left: the same again is no change. */
function isLeftChanged(
  { cause, pointer, received, exchange }: Violation,
  exchanges: readonly LoggedExchange[],
): boolean {
  if (cause !== 'changed' || pointer === undefined || pointer === '/established_dialogue') return false;
  return exchanges.some(({ exchange: { request, response } }) => {
    if (request.url !== exchange.request.url || response?.status !== 200) return false;
    const parsed = parseJson(response.body);
    return parsed.ok && show(valueAt(parsed.value, pointer)) === received;
  });
}
