import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/**
 * Waits beside the program for the end of this process: a SIGKILL runs no handler, and k6 would go on sending load. A
 * line says that all is well; the end of the pipe without one, that nobody is left to stop the program. `exec` gives
 * the program the shell's own process id, and $$ is that also in the subshell.
 */
const guard = '( read -r _ <&3 || kill -9 $$ ) >/dev/null 2>&1 & exec "$0" "$@" 3<&-';

export interface SpawnOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly stdout: 'inherit' | 'ignore';
}

export type Guarded = ChildProcess & { readonly stderr: Readable };

/** Starts a program that does not outlive this process, however this process ends (on Windows: unless it is killed). */
export function spawnGuarded(
  program: string,
  parameters: readonly string[],
  { environment, stdout }: SpawnOptions,
): Guarded {
  // In a group of its own: Ctrl-C would reach k6 twice, from the terminal and from here, and the second
  // makes it drop everything.
  const options = { env: environment, detached: true };
  const stdio: StdioOptions = ['ignore', stdout, 'pipe'];
  if (process.platform === 'win32') return spawn(program, parameters, { ...options, stdio }) as Guarded;

  const child = spawn('/bin/sh', ['-c', guard, program, ...parameters], {
    ...options,
    stdio: [...stdio, 'pipe'],
  });
  const pipe = child.stdio[3] as Writable | null;
  pipe?.on('error', () => undefined);
  child.once('exit', () => pipe?.end('ended\n'));
  return child as Guarded;
}
