import { schemaFiles, type SchemaName } from '../../schemas/validation/schema-files';

/** What the code here reads of a JSON Schema. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly additionalProperties?: boolean | SchemaNode;
}

/** One documented property, wherever it is nested. */
export interface SchemaProperty {
  /** Segments from the body's root; `*` stands for any array index or free property name. */
  readonly path: readonly string[];
  readonly schema: SchemaNode;
  readonly required: boolean;
}

/** Lists every documented property of a schema, outer ones first; $refs to other files are followed. */
export function schemaProperties(name: SchemaName): SchemaProperty[] {
  return propertiesBelow(schemaNode(name), []);
}

/** The schema of a name, its top-level $ref resolved. */
export function schemaNode(name: SchemaName): SchemaNode {
  return schemaFiles[name];
}

const byFile = new Map<string, SchemaNode>(
  Object.values(schemaFiles).map((schema) => [schema.$id.slice(schema.$id.lastIndexOf('/') + 1), schema]),
);

/** Follows a $ref by file name, the only form of $ref that the body schemas use. */
export function resolve(schema: SchemaNode): SchemaNode {
  if (schema.$ref === undefined) return schema;
  const found = byFile.get(schema.$ref);
  if (found === undefined) throw new Error(`no schema file ${schema.$ref}`);
  return found;
}

function propertiesBelow(schema: SchemaNode, path: readonly string[]): SchemaProperty[] {
  const node = resolve(schema);
  const named = Object.entries(node.properties ?? {}).flatMap(([name, property]) => {
    const here = { path: [...path, name], schema: resolve(property), required: isRequired(node, name) };
    return [here, ...propertiesBelow(property, here.path)];
  });
  const items = node.items === undefined ? [] : propertiesBelow(node.items, [...path, '*']);
  const free =
    typeof node.additionalProperties === 'object'
      ? [{ path: [...path, '*'], schema: node.additionalProperties, required: false }]
      : [];
  return [...named, ...items, ...free];
}

function isRequired(schema: SchemaNode, name: string): boolean {
  return schema.required?.includes(name) ?? false;
}
