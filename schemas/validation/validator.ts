import Ajv, { type Options, type ValidateFunction } from 'ajv/dist/2020';

import { isDateTime, isDocumentedForm } from '../formats/date-time';
import { schemaFiles, type SchemaName } from './schema-files';

/** Formats in place of those of ajv-formats, which are laxer than RFC 3339 (policy 3). */
const formats = {
  'date-time': isDateTime,
  'popsell-date-time': isDocumentedForm,
  date: (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDateTime(`${text}T00:00:00Z`),
  // minimum and maximum stand beside int32 in the schemas and check it.
  int32: true,
} as const;

/** An ajv instance that knows every schema of the project. */
export function createAjv(options: Options = {}): Ajv {
  // A test holds every schema against its meta schema; doing so at each start would take longer than all else.
  const own = { validateSchema: false, meta: false } as const;
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, formats, ...own, ...options });
  ajv.addSchema(Object.values(schemaFiles));
  return ajv;
}

/** Compiles the validator of one schema; `errors` on it holds what the last call found. */
export function validatorFor<T>(ajv: Ajv, name: SchemaName): ValidateFunction<T> {
  const validate = ajv.getSchema<T>(schemaFiles[name].$id);
  if (validate === undefined) throw new Error(`no schema ${name}`);
  return validate;
}
