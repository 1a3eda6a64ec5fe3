import { bodySchemas, type StatusWithBody } from '../../obligations/body-obligations';
import { schemaNode } from '../../obligations/schema-properties';
import { toPointer, valueAt } from './json-pointer';
import { visitPlaces } from './schema-paths';

/** The texts in a body that stand in properties which no page documents. */
export function undocumentedIn(status: StatusWithBody, body: unknown): string[] {
  const values: unknown[] = [];
  visitPlaces(body, schemaNode(bodySchemas[status]), ({ pointer, path }) => {
    if (path === undefined) values.push(valueAt(body, toPointer(pointer)));
  });
  return values.flatMap(textsIn);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
