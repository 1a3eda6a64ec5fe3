import type { SchemaName } from '../../schemas/validation/schema-files';
import { describeSchema } from './describe-schema';
import type { Obligation } from './obligation';
import { schemaProperties, type SchemaProperty } from './schema-properties';

/** The statuses whose body is documented, with its schema. */
export const bodySchemas = {
  200: 'chatroom',
  401: 'unauthorized',
  422: 'validationError',
} as const satisfies Record<number, SchemaName>;

export type StatusWithBody = keyof typeof bodySchemas;

/** One obligation for every documented property of a status' body, derived from its schema. */
export function bodyObligations(status: StatusWithBody): Obligation[] {
  return schemaProperties(bodySchemas[status]).map((property) => ({
    id: bodyObligationId(status, property.path),
    title: titleOf(property),
    documentation: `Responses › ${status} › ${property.path.join(' › ').replaceAll(' › *', '[]')}`,
    policy: policyOf(property),
  }));
}

export function bodyObligationId(status: number, path: readonly string[]): string {
  return [String(status), 'body', ...path].join('/');
}

function titleOf({ path, schema, required }: SchemaProperty): string {
  const name = path.join('.').replaceAll('.*', '[]');
  const presence = required ? 'is present, not null' : 'may be absent; where present it is not null';
  return `${name} ${presence}, ${describeSchema(schema)}`;
}

function policyOf({ path, schema, required }: SchemaProperty): number[] {
  return [
    ...(path.join('/') === 'source' ? [2] : []),
    ...(schema.format === 'date-time' ? [3] : []),
    ...(path.join('/') === 'established_dialogue' ? [4] : []),
    ...(required || path.length > 1 ? [5] : []),
    ...(schema.format === 'int32' || schema.enum !== undefined ? [6] : []),
  ];
}
