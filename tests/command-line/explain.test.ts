import { runCli } from '../support/run-cli';

test.each([
  [
    '401/before/body',
    ['without a token the body is not looked at', 'ledger 13', 'why', 'The order of the middleware'],
  ],
  ['lost-digits', ['a notice: it breaks no promise', 'ledger 9', 'database column']],
  ['7', ['ledger 7', 'less than 5 minutes ago', '200/body/ambassadors/*/online/rule']],
  [
    'content-type/absent',
    ['a choice: several answers', 'ledger 22', 'ledger 19', 'choices in contract.json'],
  ],
  ['422/header/X-Popsell-Brand/unknown/the brand 0', ['a choice: several answers', 'ledger 11', 'ledger 19']],
])('--explain %s says what it means', async (code, says) => {
  const { exitCode, stdout } = await runCli(['contracts', '--explain', code]);
  for (const words of says) expect(stdout).toContain(words);
  expect(exitCode).toBe(0);
});

test.each([
  ['401/befor/body', '401/before/body'],
  ['lost-digit', 'lost-digits'],
  ['200/body/ambassadors/*/onlin', '200/body/ambassadors/*/online'],
  ['99', '200/status, lost-digits or 5'],
])('an unknown code, %s, ends with 2 and names %s', async (code, near) => {
  const { exitCode, stderr } = await runCli(['contracts', '--explain', code]);
  expect(stderr).toContain(`has the code "${code}"`);
  expect(stderr).toContain(near);
  expect(exitCode).toBe(2);
});
