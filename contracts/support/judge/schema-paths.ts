import { resolve, type SchemaNode } from '../../obligations/schema-properties';

/** Where a property stands in a body: names and indexes from its root. */
export type Pointer = readonly (string | number)[];

/** The properties of a body, by what its schema says of them. */
export interface Places {
  /** Paths as in obligation ids, each once: `*` for array indexes and free names; the same array each time. */
  readonly documented: ReadonlySet<readonly string[]>;
  readonly undocumented: readonly Pointer[];
}

/** Several judges ask for the places of one body. */
const known = new WeakMap<object, { readonly schema: SchemaNode; readonly places: Places }>();

/**
 * Walks a body beside its schema, through every property that is there. What is below an
 * undocumented property, or below a free object's undocumented one, is left out.
 */
export function placesIn(body: object, schema: SchemaNode): Places {
  const last = known.get(body);
  if (last?.schema === schema) return last.places;
  const walk = new Walk();
  walk.through(body, resolve(schema), root);
  known.set(body, { schema, places: walk });
  return walk;
}

/** A path, and those below it: a body of 10,000 ambassadors has 200,000 properties, and few paths. */
interface PathNode {
  readonly path: readonly string[];
  readonly below: Map<string, PathNode>;
}

const root: PathNode = { path: [], below: new Map() };

function below({ path, below }: PathNode, name: string): PathNode {
  const known = below.get(name);
  if (known !== undefined) return known;
  const made: PathNode = { path: [...path, name], below: new Map() };
  below.set(name, made);
  return made;
}

class Walk implements Places {
  readonly documented = new Set<readonly string[]>();
  readonly undocumented: Pointer[] = [];
  private readonly pointer: (string | number)[] = [];

  through(value: unknown, schema: SchemaNode, node: PathNode): void {
    if (Array.isArray(value)) {
      if (schema.items !== undefined) this.throughItems(value, resolve(schema.items), below(node, '*'));
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [name, property] of Object.entries(value)) {
      this.pointer.push(name);
      this.visitProperty(name, property, schema, node);
      this.pointer.pop();
    }
  }

  private throughItems(items: readonly unknown[], schema: SchemaNode, node: PathNode): void {
    for (const [index, item] of items.entries()) {
      this.pointer.push(index);
      this.through(item, schema, node);
      this.pointer.pop();
    }
  }

  private visitProperty(name: string, property: unknown, schema: SchemaNode, node: PathNode): void {
    const { properties, additionalProperties } = schema;
    // own: a body with a property "constructor" must not find the one that every object inherits.
    const documented =
      properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (documented !== undefined) this.visitDocumented(property, documented, below(node, name));
    else if (typeof additionalProperties === 'object')
      this.visitDocumented(property, additionalProperties, below(node, '*'));
    else if (additionalProperties === undefined && properties !== undefined) {
      this.undocumented.push([...this.pointer]);
    }
  }

  private visitDocumented(property: unknown, schema: SchemaNode, node: PathNode): void {
    this.documented.add(node.path);
    this.through(property, resolve(schema), node);
  }
}
