import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';

test('a run comes to its end where nobody reads its output any more, as behind | head', async () => {
  const out = join(scratchFolder(), 'run');
  const { child, ended, printed } = startCli(['contracts', '--out', out, '--only', '401']);
  await printed('target ');
  child.stdout?.destroy();
  child.stderr?.destroy();
  const { exitCode } = await ended;
  expect(exitCode).toBe(0);
  expect(JSON.parse(readFileSync(join(out, 'contract.json'), 'utf8'))).toMatchObject({ verdict: 'passed' });
});
