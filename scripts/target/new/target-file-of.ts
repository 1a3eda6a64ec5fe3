import type { TargetFile } from '../../../schemas/generated/types';
import type { TargetAnswers } from './target-answers';

/** The target file of the answers. Secrets are variables in it, which the environment fills in. */
export function targetFileOf({
  name,
  baseUrl,
  brands,
  forbiddenToken,
  contractRate,
  loadRate,
}: TargetAnswers): TargetFile {
  return {
    name,
    baseUrl,
    token: '${POPSELL_TOKEN}',
    ...(forbiddenToken ? { forbiddenToken: '${POPSELL_FORBIDDEN_TOKEN}' } : {}),
    brands: [...brands],
    ...(contractRate === undefined ? {} : { contracts: { maxRequestsPerSecond: contractRate } }),
    ...(loadRate === undefined ? {} : { load: { allow: true, maxRatePerSecond: loadRate } }),
  };
}
