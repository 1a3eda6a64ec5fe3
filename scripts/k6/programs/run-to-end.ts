import { spawn, type ChildProcess } from 'node:child_process';

import type { Environment } from './environment';

interface Run {
  readonly folder: string;
  readonly environment: Environment;
  /** On abort the program and the programs that it started are killed. */
  readonly signal: AbortSignal;
}

const keptErrorCharacters = 4_000;

/** Runs a program that may take long; throws an Error with the end of what it wrote to standard error. */
export async function runToEnd(file: string, args: readonly string[], run: Run): Promise<void> {
  run.signal.throwIfAborted();
  const ownGroup = process.platform !== 'win32';
  const child = spawn(file, args, {
    cwd: run.folder,
    env: { ...run.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: ownGroup,
    windowsHide: true,
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-keptErrorCharacters);
  });
  const onAbort = (): void => {
    kill(child, ownGroup);
  };
  run.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const exitCode = await exitOf(child);
    run.signal.throwIfAborted();
    if (exitCode !== 0) throw new Error(errors.trim() || `it ended with exit code ${String(exitCode)}`);
  } finally {
    run.signal.removeEventListener('abort', onAbort);
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
}

function kill(child: ChildProcess, ownGroup: boolean): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (!ownGroup) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group ended by itself in the meantime.
  }
}
