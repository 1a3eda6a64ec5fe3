import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import type { Environment } from './environment';

interface Run {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly timeLimitMs: number;
}

/** Runs a program to its end and gives its standard output. Throws an Error whose message is the reason, alone. */
export async function outputOf(file: string, args: readonly string[], run: Run): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(file, args, {
      env: { ...run.environment },
      signal: run.signal,
      timeout: run.timeLimitMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    return stdout;
  } catch (error) {
    throw new Error(reason(error as Failure, args.join(' '), run.timeLimitMs), { cause: error });
  }
}

interface Failure extends Error {
  /** The exit code, or the system's name of the error where the program did not start. */
  readonly code?: number | string | null;
  readonly killed?: boolean;
  readonly stderr?: string;
}

function reason({ code, killed, stderr, message }: Failure, args: string, timeLimitMs: number): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'it is not an executable file';
  if (code === 'ENOEXEC') return 'it is not an executable for this machine';
  if (killed === true) return `"${args}" did not end within ${timeLimitMs / 1_000} s`;
  if (typeof code !== 'number') return message;
  const [firstLine = ''] = (stderr ?? '').trim().split('\n');
  return `"${args}" ended with exit code ${code}${firstLine === '' ? '' : `: ${firstLine}`}`;
}
