import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv, { type ValidateFunction } from 'ajv/dist/2020';

import type { KubernetesObject } from '../support/manifest-files';
import { kinds } from './kinds';

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(JSON.parse(readFileSync(join(__dirname, 'kubernetes.json'), 'utf8')) as object, 'kubernetes');

/** What Kubernetes' own definitions have against an object, in words; empty where it is right. */
export function errorsIn(object: KubernetesObject): string[] {
  const kind = kinds[object.kind as keyof typeof kinds] as (typeof kinds)['Job'] | undefined;
  if (kind === undefined) return [`${object.kind} is no kind that the test knows`];
  const validate = ajv.getSchema(`kubernetes#/$defs/${kind.schema}`) as ValidateFunction;
  if (validate(object)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}
