import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Prism {
  readonly baseUrl: string;
  /** Resolves when the process is gone. */
  readonly stop: () => Promise<void>;
}

const document = join(__dirname, '../../schemas/openapi.yaml');

/**
 * Starts Prism, which answers with the examples of our openapi.yaml, on a free loopback port. Rejects where it
 * ends before it listens, with what it printed.
 */
export async function startPrism(): Promise<Prism> {
  const child = spawn(process.execPath, prismArguments(), {
    env: { ...process.env, FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  let output = '';
  const baseUrl = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        // It goes on logging every request: what comes later is read, and let go.
        if (output.length < 10_000) output += chunk;
        const url = /Prism is listening on (http:\S+)/.exec(output)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
    child.once('error', reject);
    void gone.then(() => {
      reject(new Error(`Prism ended before it listened:\n${output}`));
    });
  });
  return { baseUrl, stop };
}

function prismArguments(): string[] {
  const prism = require.resolve('@stoplight/prism-cli/dist/index.js');
  // One process, whatever NODE_ENV says, so that its id is the one to stop; port 0 is a free one.
  const fixed = ['--multiprocess', 'false', '--host', '127.0.0.1', '--port', '0'];
  return [prism, 'mock', ...fixed, document];
}
