import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { satisfies } from 'semver';

const projectFolder = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8');

interface Rule {
  readonly description: string;
  readonly matchPackageNames?: readonly string[];
  readonly allowedVersions?: string;
}

const renovate = JSON.parse(read('renovate.json')) as {
  readonly packageRules: readonly Rule[];
  readonly customManagers: readonly { readonly matchStrings: readonly string[] }[];
};
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const versions: Readonly<Record<string, string>> = {
  ...dependencies,
  ...devDependencies,
  node: `${read('.nvmrc').trim()}.0.0`,
  'go.k6.io/k6/v2': /go\.k6\.io\/k6\/v2 v(\S+)/.exec(read('load/k6/go.mod'))?.[1] ?? '',
};

test('every rule is about a package that is there, in a version that it allows', () => {
  const wrong = renovate.packageRules.flatMap(({ matchPackageNames = [], allowedVersions = '*' }) =>
    matchPackageNames.filter((name) => !satisfies(versions[name] ?? '', allowedVersions)),
  );
  expect(wrong).toEqual([]);
});

test("finds the Jenkinsfile's image, of the Node that .nvmrc names", () => {
  const [pattern = ''] = renovate.customManagers[0]?.matchStrings ?? [];
  expect(new RegExp(pattern).exec(read('deploy/jenkins/Jenkinsfile'))?.groups).toMatchObject({
    depName: 'node',
    currentValue: expect.stringMatching(new RegExp(`^${read('.nvmrc').trim()}\\.`)) as string,
  });
});
