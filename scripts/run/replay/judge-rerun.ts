import type { EvidenceFile } from '../../../contracts/support/evidence/evidence-file';
import type { LoggedExchange } from '../../../contracts/support/evidence/exchange-log';
import { parseJson } from '../../../contracts/support/exchange/parse-json';
import { valueAt } from '../../../contracts/support/judge/json-pointer';
import { show } from '../../../contracts/support/judge/show';
import type { Violation } from '../../../schemas/generated/types';
import type { Try } from './try';

/**
 * What the specs that found a violation say about it now, by what they saw of its obligation.
 * @param exchanges what they sent, and what came
 */
export function judgeRerun(
  violation: Violation,
  files: readonly EvidenceFile[],
  exchanges: readonly LoggedExchange[],
): Try {
  const { obligation, cause, pointer, test } = violation;
  const broken = files.flatMap(({ violations }) => violations.filter((one) => one.obligation === obligation));
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
  const requests = files.reduce((sum, file) => sum + file.requests, 0);
  if (files.some(({ observations }) => (observations[obligation] ?? 0) > 0)) {
    return { outcome: 'passes', says: `${requests} requests` };
  }
  return { outcome: 'unseen', says: whyUnseen(files, [obligation, test ?? obligation]) };
}

function whyUnseen(files: readonly EvidenceFile[], tests: readonly string[]): string {
  if (files.length === 0) return 'the specs could not be run';
  const reasons = files.flatMap(({ errors, notTried }) => [
    ...errors.map(({ message }) => `the suite itself failed: ${message}`),
    ...tests.flatMap((test) => notTried[test] ?? []),
  ]);
  return reasons[0] ?? 'no answer showed whether it holds';
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
