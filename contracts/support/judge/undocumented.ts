import { bodySchemas, type StatusWithBody } from '../../obligations/body-obligations';
import { schemaNode } from '../../obligations/schema-properties';
import { toPointer, valueAt } from './json-pointer';
import { placesIn } from './schema-paths';

/** The texts in a body that stand in properties which no page documents. */
export function undocumentedIn(status: StatusWithBody, body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const { undocumented } = placesIn(body, schemaNode(bodySchemas[status]));
  return undocumented.flatMap((pointer) => textsIn(valueAt(body, toPointer(pointer))));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
