import type { Schemas } from '../../schemas/generated/types';
import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { UsageError } from '../exit-codes';
import { describeSchemaErrors } from './describe-schema-errors';

/** Holds a parsed file against its schema. Throws a {@link UsageError} that lists every wrong field. */
export function validateFile<Name extends 'target' | 'waivers' | 'restore' | 'contract'>(
  value: unknown,
  schema: Name,
  what: string,
  file: string,
): NonNullable<Schemas[Name]> {
  const validate = validatorFor<NonNullable<Schemas[Name]>>(createAjv({ verbose: true }), schema);
  if (validate(value)) return value;
  const lines = describeSchemaErrors(validate.errors ?? []);
  throw new UsageError([`${what} ${file} is wrong:`, ...lines.map((line) => `  ${line}`)].join('\n'));
}
