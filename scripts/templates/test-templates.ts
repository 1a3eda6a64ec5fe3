import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { ExpectedError } from '../exit-codes';
import { projectFolder } from '../project-folder';
import { pythonProgram } from '../python/python-program';

const forms = '.github/ISSUE_TEMPLATE';

/** The schemas that check-jsonschema brings, by name, with the files that each is for. */
const files: Readonly<Record<string, readonly string[]>> = {
  'vendor.renovate': ['renovate.json'],
  'vendor.github-issue-config': [`${forms}/config.yml`],
  'vendor.github-issue-forms': readdirSync(join(projectFolder, forms))
    .filter((name) => name !== 'config.yml')
    .map((name) => `${forms}/${name}`),
  'vendor.github-workflows': ['deploy/github/contracts.yml', 'deploy/github/load.yml'],
  'vendor.gitlab-ci': ['deploy/gitlab/.gitlab-ci.yml'],
};

/** Holds the files that other systems read against those systems' schemas, as SchemaStore publishes them. */
async function main(): Promise<void> {
  const program = await pythonProgram({
    program: 'check-jsonschema',
    requirements: join(__dirname, 'requirements.txt'),
    folder: join(projectFolder, '.cache', 'check-jsonschema'),
    say: console.log,
  });
  for (const [schema, named] of Object.entries(files)) {
    console.log(`${named.join(', ')}:`);
    // GitLab has a tag, !reference, that YAML does not know.
    const transform = schema === 'vendor.gitlab-ci' ? ['--data-transform', 'gitlab-ci'] : [];
    if ((await exitCodeOf(program, ['--builtin-schema', schema, ...transform, ...named])) !== 0) {
      process.exitCode = 1;
    }
  }
}

function exitCodeOf(program: string, parameters: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    spawn(program, parameters, { cwd: projectFolder, stdio: 'inherit' })
      .once('error', reject)
      .once('exit', resolve);
  });
}

main().catch((error: unknown) => {
  if (!(error instanceof ExpectedError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
});
