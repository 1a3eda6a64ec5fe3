import { contractsAgainst } from '../support/contracts-against';

/** An empty variable stands for no token: 403 cannot be tried by one. */
const noForbiddenToken = { POPSELL_FORBIDDEN_TOKEN: '' };

test('an obligation that could not be tried fails the run, and is named', async () => {
  const parameters = ['--only', '403', '--require-all'];
  const { exitCode, stdout, result } = await contractsAgainst([], parameters, noForbiddenToken);
  expect(exitCode).toBe(1);
  expect(result.verdict).toBe('failed');
  expect(result.violations).toEqual([]);
  expect(result.reason).toMatch(
    /^1 obligation was not verified, .* --require-all .*: 403\/token\/forbidden$/,
  );
  expect(stdout).toContain('1 obligation was not verified');
});

test('what --only left out is not demanded', async () => {
  const { exitCode, result } = await contractsAgainst([], ['--only', '403', '--require-all']);
  expect(result.reason).toBeUndefined();
  expect(exitCode).toBe(0);
});
