import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import Ajv from 'ajv';
import { parse } from 'yaml';

import { projectFolder } from '../project-folder';
import { issueFormFaults } from './issue-form-faults';

const forms = '.github/ISSUE_TEMPLATE';

/** Holds GitLab's template against the schema of its CI files, and the issue forms against what GitHub takes. */
async function main(): Promise<void> {
  const faults = [
    ...(await gitlabFaults('deploy/gitlab/.gitlab-ci.yml')),
    ...readdirSync(join(projectFolder, forms))
      .filter((name) => name !== 'config.yml')
      .flatMap((name) =>
        issueFormFaults(read(`${forms}/${name}`)).map((fault) => `${forms}/${name}: ${fault}`),
      ),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

async function gitlabFaults(file: string): Promise<string[]> {
  // @ts-expect-error The package has no types.
  const { schema } = (await import('gitlab-ci-local/src/schema/schema.js')) as { schema: object };
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
  validate(read(file));
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${file}: ${instancePath}: ${message ?? ''}`,
  );
}

function read(file: string): unknown {
  return parse(readFileSync(join(projectFolder, file), 'utf8'), { merge: true });
}

void main();
