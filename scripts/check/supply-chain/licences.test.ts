import { isAllowed } from './is-allowed';
import { lockedPackages } from './locked-packages';

const aPackage = (licence: string | undefined, runtime = true) => ({
  name: 'a',
  version: '1.0.0',
  licence,
  runtime,
});

test.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', 'LicenseRef-OMv2-FO'])(
  '%s is let in',
  (licence) => {
    expect(isAllowed(aPackage(licence))).toBe(true);
  },
);

test.each(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN LICENSE.md', 'UNLICENSED', '', undefined])(
  '%s is not let in',
  (licence) => {
    expect(isAllowed(aPackage(licence))).toBe(false);
  },
);

test('MPL-2.0 is let in for development alone', () => {
  expect([true, false].map((runtime) => isAllowed(aPackage('MPL-2.0', runtime)))).toEqual([false, true]);
});

test('reads each package of a lockfile once; what anything needs at run time is for run time', () => {
  const lockfile = {
    packages: {
      '': { name: 'suite', version: '0.1.0' },
      'node_modules/@a/b': { version: '1.0.0', license: 'MIT', dev: true },
      'node_modules/c/node_modules/@a/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/b-cjs': { name: '@a/b', version: '1.0.0', license: 'MIT' },
      'node_modules/c': { version: '2.0.0', dev: true },
      'node_modules/json-query': { version: '2.2.2' },
    },
  };
  expect(lockedPackages(lockfile)).toEqual([
    { name: '@a/b', version: '1.0.0', licence: 'MIT', runtime: true },
    { name: 'c', version: '2.0.0', licence: undefined, runtime: false },
    { name: 'json-query', version: '2.2.2', licence: 'MIT', runtime: true },
  ]);
});
