import { spawn, type StdioOptions } from 'node:child_process';

export interface ChildOptions {
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** True: what it prints is dropped. */
  readonly silent?: boolean | undefined;
  readonly signal: AbortSignal;
}

/** How long a child has to end by itself before it is killed. */
const graceMs = 5_000;

/**
 * Runs a Node program with this process' streams, or silently. Where the signal aborts, it gets SIGINT, and SIGKILL
 * where that does not end it. Resolves with its exit code; null: a signal ended it.
 */
export function runNode(options: ChildOptions): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, options.arguments, {
      cwd: options.cwd,
      env: options.environment,
      stdio: options.silent === true ? 'ignore' : streams(),
    });
    child.stdout?.on('data', (text: Buffer) => process.stdout.write(text));
    child.stderr?.on('data', (text: Buffer) => process.stderr.write(text));
    let killer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      child.kill('SIGINT');
      killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    };
    options.signal.addEventListener('abort', stop, { once: true });
    const settle = (): void => {
      clearTimeout(killer);
      options.signal.removeEventListener('abort', stop);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    // Once all that it printed is there.
    child.once('close', (code) => {
      settle();
      resolve(code);
    });
    if (options.signal.aborted) stop();
  });
}

/** A person's terminal is the child's own. Elsewhere its output goes through this process, which outlives its reader: Jest does not. */
function streams(): StdioOptions {
  const of = ({ isTTY }: { readonly isTTY: boolean }): 'inherit' | 'pipe' => (isTTY ? 'inherit' : 'pipe');
  return ['ignore', of(process.stdout), of(process.stderr)];
}
