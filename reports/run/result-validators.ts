import type { ValidateFunction } from 'ajv';

import type { ContractResult, LoadResult } from '../../schemas/generated/types';
import { createAjv, validatorFor } from '../../schemas/validation/validator';

interface ResultValidators {
  readonly contract: ValidateFunction<ContractResult>;
  readonly load: ValidateFunction<LoadResult>;
}

let compiled: ResultValidators | undefined;

/** The validators of `contract.json` and `load.json`, compiled once: a tenth of a second, which may be spent before a run folder is there. */
export function resultValidators(): ResultValidators {
  compiled ??= compile();
  return compiled;
}

function compile(): ResultValidators {
  // The first error is enough: a report of a million lines is no help.
  const ajv = createAjv({ allErrors: false, verbose: true });
  return { contract: validatorFor(ajv, 'contract'), load: validatorFor(ajv, 'load') };
}
