import { startReference } from '../../reference/start-reference';
import { exitCodes, ExpectedError } from '../exit-codes';
import { installSchemathesis } from './install';
import { runSchemathesis } from './run';
import { writeDocument } from './write-document';

/**
 * Has Schemathesis, with all its checks, look for a deviation of the embedded API from openapi.yaml; there must be
 * none. What stands behind `--` goes to `st run`, such as `--seed 7`.
 */
async function main(): Promise<void> {
  const program = await installSchemathesis(console.log);
  const reference = await startReference();
  try {
    const { target } = reference;
    const document = await writeDocument(target);
    const checks = ['--checks', 'all', '--continue-on-failure', '--seed', '1', ...process.argv.slice(2)];
    const exitCode = await runSchemathesis({ program, document, target, arguments: checks, shown: true });
    process.exitCode = exitCode ?? exitCodes.interrupted;
  } finally {
    await reference.close();
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof ExpectedError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
});
