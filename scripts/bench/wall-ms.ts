import { spawn } from 'node:child_process';

/** Wall time of a Node program from its start to its exit, in milliseconds. Rejects where it fails. */
export function wallMs(
  parameters: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn(process.execPath, parameters, { cwd, env, stdio: ['ignore', 'ignore', 'ignore'] });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(performance.now() - startedMs);
      else reject(new Error(`node ${parameters.join(' ')} ended with ${String(code)}`));
    });
  });
}
