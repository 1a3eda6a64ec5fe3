import { hasObligation } from '../../contracts/obligations/catalogue';
import type { TargetFile, Waiver } from '../../schemas/generated/types';
import { UsageError } from '../exit-codes';
import { secretProblems } from './check-target';
import { readJsonFile } from './read-json-file';
import { validateFile } from './validate-file';

/**
 * Reads a waiver file. Throws a {@link UsageError}, also where a waiver names no obligation of the suite, or has a token of the
 * target in its reason.
 */
export function readWaivers(
  file: string,
  tokens: Pick<TargetFile, 'token' | 'forbiddenToken'> = { token: '' },
): Waiver[] {
  const { waivers } = validateFile(readJsonFile(file, 'waiver file'), 'waivers', 'waiver file', file);
  const unknown = waivers.findIndex(({ obligation }) => !hasObligation(obligation));
  if (unknown !== -1) {
    throw new UsageError(
      `waiver file ${file} is wrong:\n  waivers[${unknown}].obligation is "${String(waivers[unknown]?.obligation)}", which no obligation has as its id; accepted: an id as contract.json and the report show it, such as 200/body/last_rating`,
    );
  }
  const leaking = waivers.flatMap(({ reason }, index) =>
    secretProblems(`waivers[${index}].reason`, reason, tokens),
  );
  if (leaking.length > 0) throw new UsageError([`waiver file ${file} is wrong:`, ...leaking].join('\n  '));
  return waivers;
}
