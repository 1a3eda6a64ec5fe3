import type { ErrorObject } from 'ajv';

import { createAjv, validatorFor } from '../../../schemas/validation/validator';
import { bodyObligationId, bodySchemas, type StatusWithBody } from '../../obligations/body-obligations';
import { hasObligation } from '../../obligations/catalogue';
import { describeSchema } from '../../obligations/describe-schema';
import { schemaNode, schemaProperties } from '../../obligations/schema-properties';
import { broken, held, notice, type Broken, type Finding, type Held } from './finding';
import { pointerSegments, toPointer, valueAt } from './json-pointer';
import { placesIn, type Pointer } from './schema-paths';
import { jsonType, show } from './show';

// A run validates too few bodies for optimised code to pay.
const ajv = createAjv({ code: { optimize: false } });

/**
 * Validates a parsed body against the schema of its status (ledger entries 1 to 6). Each property
 * that is there and valid is an observation; each that is not is a violation of its own obligation,
 * once a cause; each undocumented one is a notice.
 */
export function judgeBodySchema(status: StatusWithBody, body: unknown): Finding[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [notAnObject(status, body)];
  const violations = schemaViolations(status, body);
  const brokenIds = new Set(violations.map(({ obligation }) => obligation));
  const { documented, undocumented } = placesIn(body, schemaNode(bodySchemas[status]));
  const notices = new Map(undocumented.map((place) => [generalPointer(place), undocumentedAt(place)]));
  const observed = [...Array.from(documented, (path) => heldAt(status, path)), held(`${status}/body`)];
  const observations = observed.filter(({ obligation }) => !brokenIds.has(obligation));
  return [...violations, ...observations, ...notices.values()];
}

/** Every body has the same few paths, and each path is the same array. */
const heldAtPath = new Map<StatusWithBody, Map<readonly string[], Held>>();

function heldAt(status: StatusWithBody, path: readonly string[]): Held {
  const known = heldAtPath.get(status) ?? new Map<readonly string[], Held>();
  heldAtPath.set(status, known);
  const finding = known.get(path) ?? held(bodyObligationId(status, path));
  known.set(path, finding);
  return finding;
}

function notAnObject(status: StatusWithBody, body: unknown): Broken {
  return broken({
    obligation: `${status}/body`,
    cause: jsonType(body),
    message: `the body is ${jsonType(body)}, not one object`,
    pointer: '',
    received: show(body),
    documented: 'one JSON object',
  });
}

function schemaViolations(status: StatusWithBody, body: object): Broken[] {
  const validate = validatorFor(ajv, bodySchemas[status]);
  if (validate(body)) return [];
  const found = new Map<string, Broken>();
  for (const error of withoutConsequences(validate.errors ?? [])) {
    const segments = segmentsOf(error);
    const path = documentedPath(status, segments);
    const received = valueAt(body, toPointer(segments));
    const cause = causeOf(error, received);
    const key = `${path.join('/')} ${cause}`;
    // A body of many ambassadors has as many errors: only the first of its kind is put into words.
    if (!found.has(key)) found.set(key, violationOf(status, { segments, path, received, cause }));
  }
  return [...found.values()];
}

/** A value of another type is also outside an enum or a range, which says nothing more. */
function withoutConsequences(errors: readonly ErrorObject[]): ErrorObject[] {
  const mistyped = new Set(
    errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  );
  return errors.filter(({ keyword, instancePath }) => keyword === 'type' || !mistyped.has(instancePath));
}

function segmentsOf({ keyword, instancePath, params }: ErrorObject): string[] {
  const missing = keyword === 'required' ? [(params as { missingProperty: string }).missingProperty] : [];
  return [...pointerSegments(instancePath), ...missing];
}

interface Fault {
  readonly segments: readonly string[];
  readonly path: readonly string[];
  readonly received: unknown;
  readonly cause: string;
}

function violationOf(status: StatusWithBody, { segments, path, received, cause }: Fault): Broken {
  const property = schemaProperties(bodySchemas[status]).find((one) => one.path.join('/') === path.join('/'));
  const name = segments.join('.');
  const documented = property === undefined ? 'object' : describeSchema(property.schema);
  return broken({
    obligation: bodyObligationId(status, path),
    cause,
    message:
      received === undefined
        ? `${name} is missing`
        : `${name} is ${show(received, 80)}; documented ${documented}`,
    pointer: toPointer(segments),
    received: show(received),
    documented,
  });
}

function causeOf(error: ErrorObject, received: unknown): string {
  if (error.keyword === 'required') return 'missing';
  if (received === null) return 'null';
  if (error.keyword === 'minimum' || error.keyword === 'maximum') return 'int32';
  return error.keyword;
}

/** The path of the innermost obligation: array indexes and free names become `*`, an item its array. */
function documentedPath(status: StatusWithBody, segments: readonly string[]): string[] {
  const path = segments.map((segment) => (/^\d+$/.test(segment) ? '*' : segment));
  const candidates = [path, [...path.slice(0, -1), '*'], path.slice(0, -1)];
  if (status === 422 && path[0] === 'errors' && path.length > 1) return ['errors', '*'];
  return candidates.find((one) => hasObligation(bodyObligationId(status, one))) ?? [];
}

function generalPointer(pointer: Pointer): string {
  return toPointer(pointer.map((segment) => (typeof segment === 'number' ? '*' : segment)));
}

function undocumentedAt(pointer: Pointer): Finding {
  const general = generalPointer(pointer);
  return notice('undocumented-property', `${general} is not documented`, general);
}
