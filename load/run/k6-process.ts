import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

import { startCpuMeter, type CpuSample } from './cpu-meter';
import { watchMemory } from './memory-watch';
import { spawnGuarded } from './spawn-guarded';

/** How long k6 may take to end after it was asked to. */
const patienceMs = 10_000;

export interface K6ProcessOptions {
  readonly k6Path: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** True: k6 draws its progress on this process's own terminal. */
  readonly interactive: boolean;
  readonly signal: AbortSignal | undefined;
  /** It is killed where it takes more. */
  readonly memoryLimitBytes: number;
  readonly onLogLine: (line: string) => void;
}

export interface K6Exit {
  /** Null: ended by a signal, or never started. */
  readonly exitCode: number | null;
  /** Why k6 could not be started. */
  readonly startError: string | undefined;
  /** What it took when it was killed for that. */
  readonly exceededBytes?: number | undefined;
  readonly cpu: readonly CpuSample[];
}

/** Runs k6 to its end. An abort asks it to end (SIGINT), and kills it if it does not within 10 s; too much memory kills it. */
export async function runK6(options: K6ProcessOptions): Promise<K6Exit> {
  const child = spawnGuarded(options.k6Path, options.arguments, {
    environment: options.environment,
    stdout: options.interactive ? 'inherit' : 'ignore',
  });
  // For every way in which this process can end before k6 does, but SIGKILL.
  const killChild = (): void => void child.kill('SIGKILL');
  process.once('exit', killChild);
  const stopAborting = endOnAbort(child, options.signal);
  const meter = child.pid === undefined ? undefined : startCpuMeter(child.pid);
  let exceededBytes: number | undefined;
  // Not asked to end first: it would go on reading meanwhile.
  const onExceeded = (bytes: number): void => {
    exceededBytes = bytes;
    killChild();
  };
  const stopWatching =
    child.pid === undefined ? undefined : watchMemory(child.pid, options.memoryLimitBytes, onExceeded);
  const lines = createInterface({ input: child.stderr });
  lines.on('line', options.onLogLine);
  try {
    return await new Promise<K6Exit>((resolve) => {
      child.once('error', (error) => {
        resolve({ exitCode: null, startError: error.message, cpu: [] });
      });
      // close, not exit: the last lines of the log come after the exit.
      child.once('close', (exitCode) => {
        resolve({ exitCode, startError: undefined, exceededBytes, cpu: meter?.stop() ?? [] });
      });
    });
  } finally {
    meter?.stop();
    stopWatching?.();
    lines.close();
    stopAborting();
    process.off('exit', killChild);
  }
}

/** Returns what undoes it. */
function endOnAbort(child: ChildProcess, signal: AbortSignal | undefined): () => void {
  let killTimer: NodeJS.Timeout | undefined;
  const abort = (): void => {
    child.kill('SIGINT');
    killTimer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  };
  if (signal?.aborted === true) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return () => {
    clearTimeout(killTimer);
    signal?.removeEventListener('abort', abort);
  };
}
