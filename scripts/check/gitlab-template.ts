import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';
import { parse } from 'yaml';

import { projectFolder } from '../project-folder';

/** Holds deploy/gitlab/.gitlab-ci.yml against the schema of GitLab's CI files. */
async function main(): Promise<void> {
  // @ts-expect-error The package has no types.
  const { schema } = (await import('gitlab-ci-local/src/schema/schema.js')) as { schema: object };
  const template: unknown = parse(readFileSync(join(projectFolder, 'deploy/gitlab/.gitlab-ci.yml'), 'utf8'), {
    merge: true,
  });
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  const validate = ajv.compile(schema);
  if (validate(template)) return;
  for (const { instancePath, message } of validate.errors ?? []) {
    console.error(`deploy/gitlab/.gitlab-ci.yml: ${instancePath}: ${message ?? ''}`);
  }
  process.exitCode = 1;
}

void main();
