import type { Finding } from './finding';
import type { BodyValidator, SchemaError } from './validators';

/** Errors of one body beyond this number say nothing new. */
const errorLimit = 10;

export function schemaFindings(validate: BodyValidator, body: unknown): Finding[] {
  if (validate(body)) return [];
  const findings = new Map<string, Finding>();
  for (const error of validate.errors ?? []) {
    const finding = findingOf(error);
    // A value of another type breaks its enum and its range as well: the first error says it.
    if (!findings.has(finding.pointer)) findings.set(finding.pointer, finding);
    if (findings.size === errorLimit) break;
  }
  return [...findings.values()];
}

function findingOf({ instancePath, keyword, params }: SchemaError): Finding {
  const missing = params['missingProperty'];
  const path = typeof missing === 'string' ? `${instancePath}/${missing}` : instancePath;
  return { check: 'schema', pointer: generalPointer(path), cause: keyword };
}

/** Positions and names that a target makes up become *, so that one cause stays one violation. */
function generalPointer(path: string): string {
  return path.replace(/\/\d+(?=\/|$)/g, '/*').replace(/^\/errors\/[^/]+/, '/errors/*');
}
