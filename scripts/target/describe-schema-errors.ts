import type { ErrorObject } from 'ajv';

/** Fields whose value no message may show. */
const secretFields = new Set(['token', 'forbiddenToken']);

/**
 * Puts what ajv found wrong with a file into words: the field, what it is, and the accepted form.
 * Needs errors of an ajv with `verbose`. Where alternatives fail, the field that has them is named once.
 */
export function describeSchemaErrors(errors: readonly ErrorObject[]): string[] {
  const alternatives = errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .map(({ instancePath }) => instancePath);
  const kept = errors.filter(
    ({ instancePath, keyword }) =>
      keyword === 'anyOf' ||
      !alternatives.some((path) => instancePath === path || instancePath.startsWith(`${path}/`)),
  );
  return [...new Set(kept.map(describe))];
}

function describe(error: ErrorObject): string {
  const field = fieldOf(error.instancePath);
  if (error.keyword === 'additionalProperties') {
    const { additionalProperty } = error.params as { additionalProperty: string };
    const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object).filter(
      (name) => name !== '$schema',
    );
    return `${join(field, additionalProperty)} is not known; accepted: ${known.join(', ')}`;
  }
  if (error.keyword === 'required') {
    const { missingProperty } = error.params as { missingProperty: string };
    const properties = error.parentSchema?.['properties'] as Record<string, Schema> | undefined;
    return `${join(field, missingProperty)} is missing; accepted: ${acceptedForm(properties?.[missingProperty])}`;
  }
  return `${field === '' ? 'the file' : field} is ${received(field, error.data)}; accepted: ${acceptedForm(error.parentSchema as Schema)}`;
}

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
  readonly title?: string;
}

function acceptedForm(schema: Schema | undefined): string {
  const { description, type, minimum, exclusiveMinimum, minItems, format } = schema ?? {};
  const limit =
    minimum !== undefined
      ? `, at least ${minimum}`
      : exclusiveMinimum !== undefined
        ? `, more than ${exclusiveMinimum}`
        : minItems !== undefined
          ? `, at least ${minItems} long`
          : '';
  const form =
    format === 'date' ? 'a date as YYYY-MM-DD' : type === undefined ? '' : `${article(type)}${limit}`;
  if (description === undefined) return form === '' ? 'see the schema' : form;
  return form === '' ? description : `${form}. ${description}`;
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function received(field: string, value: unknown): string {
  if (secretFields.has(field)) return value === '' ? 'empty' : `a ${typeof value}`;
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function fieldOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((field, segment) => (/^\d+$/.test(segment) ? `${field}[${segment}]` : join(field, segment)), '');
}

function join(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
