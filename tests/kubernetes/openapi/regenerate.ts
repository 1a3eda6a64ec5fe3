import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { kinds, kubernetesVersion } from './kinds';

/**
 * Takes the definitions of {@link kinds} from Kubernetes' Go module into kubernetes.json, without their prose, and so
 * that a property that Kubernetes does not know is an error. Needs Go: npm run generate:kubernetes.
 */
function regenerate(): void {
  const folder = join(moduleFolder(), 'api/openapi-spec/v3');
  const definitions: Record<string, unknown> = {};
  for (const { file, schema } of Object.values(kinds)) {
    const { components } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Specification;
    take(schema, components.schemas, definitions);
  }
  const fixture = {
    $comment: `From api/openapi-spec/v3 of k8s.io/kubernetes ${kubernetesVersion} (Apache License 2.0); see regenerate.ts.`,
    $defs: Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => a.localeCompare(b))),
  };
  writeFileSync(join(__dirname, 'kubernetes.json'), `${JSON.stringify(fixture)}\n`);
}

interface Specification {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

function moduleFolder(): string {
  const output = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@${kubernetesVersion}`], {
    encoding: 'utf8',
  });
  return (JSON.parse(output) as { Dir: string }).Dir;
}

const reference = '#/components/schemas/';

/** A definition and all that it refers to. */
function take(name: string, from: Readonly<Record<string, unknown>>, into: Record<string, unknown>): void {
  if (name in into) return;
  into[name] = strict(from[name], (other) => {
    take(other, from, into);
  });
}

/** The same schema for JSON Schema: no prose, no defaults, nothing of OpenAPI's own, no properties but the known. */
function strict(schema: unknown, onReference: (name: string) => void): unknown {
  if (Array.isArray(schema)) return schema.map((each) => strict(each, onReference));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref } = schema as { $ref?: string };
  if ($ref !== undefined) {
    const name = $ref.slice(reference.length);
    onReference(name);
    return { $ref: `#/$defs/${name}` };
  }
  const kept = Object.entries(schema).filter(([key]) => !/^(description|default|format|x-.*)$/.test(key));
  const known = Object.fromEntries(kept.map(([key, value]) => [key, schemaAt(key, value, onReference)]));
  return 'properties' in known ? { ...known, additionalProperties: false } : known;
}

/** Below `properties` stand names, which may be those of keywords. */
function schemaAt(key: string, value: unknown, onReference: (name: string) => void): unknown {
  if (key !== 'properties') return strict(value, onReference);
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [name, strict(each, onReference)]),
  );
}

regenerate();
