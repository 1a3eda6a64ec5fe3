import { resolve, type SchemaNode } from '../../obligations/schema-properties';

/** One place in a body: where it is, and the path of the schema that describes it. */
export interface Place {
  readonly pointer: readonly (string | number)[];
  /** As in obligation ids: `*` for array indexes and free names. Undefined: not documented. */
  readonly path: readonly string[] | undefined;
}

/**
 * Walks a body beside its schema and visits every property that is there. What is below an
 * undocumented property, or below a free object's undocumented one, is not visited.
 */
export function visitPlaces(body: unknown, schema: SchemaNode, visit: (place: Place) => void): void {
  walk(body, resolve(schema), [], [], visit);
}

function walk(
  value: unknown,
  schema: SchemaNode,
  pointer: readonly (string | number)[],
  path: readonly string[],
  visit: (place: Place) => void,
): void {
  if (Array.isArray(value)) {
    if (schema.items === undefined) return;
    const items = resolve(schema.items);
    value.forEach((item, index) => {
      walk(item, items, [...pointer, index], [...path, '*'], visit);
    });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, property] of Object.entries(value)) {
    visitProperty({ name, property, schema, pointer, path, visit });
  }
}

interface PropertyVisit {
  name: string;
  property: unknown;
  schema: SchemaNode;
  pointer: readonly (string | number)[];
  path: readonly string[];
  visit: (place: Place) => void;
}

function visitProperty({ name, property, schema, pointer, path, visit }: PropertyVisit): void {
  const here = [...pointer, name];
  // own: a body with a property "constructor" must not find the one that every object inherits.
  const documented =
    schema.properties !== undefined && Object.hasOwn(schema.properties, name)
      ? schema.properties[name]
      : undefined;
  if (documented !== undefined) {
    visit({ pointer: here, path: [...path, name] });
    walk(property, resolve(documented), here, [...path, name], visit);
  } else if (typeof schema.additionalProperties === 'object') {
    visit({ pointer: here, path: [...path, '*'] });
    walk(property, resolve(schema.additionalProperties), here, [...path, '*'], visit);
  } else if (schema.additionalProperties === undefined && schema.properties !== undefined) {
    visit({ pointer: here, path: undefined });
  }
}
