import { resolve, type SchemaNode } from '../../obligations/schema-properties';

/** One place in a body: where it is, and the path of the schema that describes it. */
export interface Place {
  /** Changes after the visit. */
  readonly pointer: readonly (string | number)[];
  /** As in obligation ids: `*` for array indexes and free names; the same array each time. Undefined: not documented. */
  readonly path: readonly string[] | undefined;
}

type Visit = (place: Place) => void;

/**
 * Walks a body beside its schema and visits every property that is there. What is below an
 * undocumented property, or below a free object's undocumented one, is not visited.
 */
export function visitPlaces(body: unknown, schema: SchemaNode, visit: Visit): void {
  new Walk(visit).walk(body, resolve(schema), root);
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

class Walk {
  private readonly pointer: (string | number)[] = [];
  private readonly visit: Visit;

  constructor(visit: Visit) {
    this.visit = visit;
  }

  walk(value: unknown, schema: SchemaNode, node: PathNode): void {
    if (Array.isArray(value)) {
      if (schema.items === undefined) return;
      const items = resolve(schema.items);
      value.forEach((item, index) => {
        this.at(index, () => {
          this.walk(item, items, below(node, '*'));
        });
      });
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [name, property] of Object.entries(value)) {
      this.at(name, () => {
        this.visitProperty(name, property, schema, node);
      });
    }
  }

  private at(segment: string | number, act: () => void): void {
    this.pointer.push(segment);
    act();
    this.pointer.pop();
  }

  private visitProperty(name: string, property: unknown, schema: SchemaNode, node: PathNode): void {
    const { properties, additionalProperties } = schema;
    // own: a body with a property "constructor" must not find the one that every object inherits.
    const documented =
      properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (documented !== undefined) this.documented(property, documented, below(node, name));
    else if (typeof additionalProperties === 'object')
      this.documented(property, additionalProperties, below(node, '*'));
    else if (additionalProperties === undefined && properties !== undefined) {
      this.visit({ pointer: this.pointer, path: undefined });
    }
  }

  private documented(property: unknown, schema: SchemaNode, node: PathNode): void {
    this.visit({ pointer: this.pointer, path: node.path });
    this.walk(property, resolve(schema), node);
  }
}
