import { resolve, type SchemaNode } from './schema-properties';

/** Puts what a schema asks for into words: "integer (int32)", "array of object", `one of "0", "1"`. */
export function describeSchema(schema: SchemaNode): string {
  if (schema.enum !== undefined) {
    return `${schema.type ?? 'value'}, one of ${schema.enum.map((value) => JSON.stringify(value)).join(', ')}`;
  }
  if (schema.items !== undefined) return `array of ${describeSchema(resolve(schema.items))}`;
  if (schema.format === 'date-time') return 'string (date-time, RFC 3339)';
  if (schema.format !== undefined) return `${schema.type ?? 'value'} (${schema.format})`;
  return schema.type ?? 'any value';
}
