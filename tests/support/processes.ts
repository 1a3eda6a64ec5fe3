import { execFileSync } from 'node:child_process';

/** The processes that a process has started and that still run, with those that they have started. */
export function descendantsOf(pid: number | undefined): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): number[] =>
    table.flatMap(([child, of]) => (child !== undefined && of === parent ? [child] : []));
  const all = (parent: number): number[] => childrenOf(parent).flatMap((child) => [child, ...all(child)]);
  return pid === undefined ? [] : all(pid);
}

/** The name of the program that a process runs; undefined where it has ended. */
export function programOf(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Resolves once none of some processes is left. */
export async function allEnded(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isRunning(pid: number): boolean {
  const program = programOf(pid);
  return program !== undefined && !program.includes('<defunct>');
}
