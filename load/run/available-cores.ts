import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** The text of a file; undefined where there is none. */
type Read = (file: string) => string | undefined;

const root = '/sys/fs/cgroup';

/**
 * How many cores this process may use, also a part of one: a container may be allowed half a core on a machine of 64, which
 * Node does not tell.
 */
export function availableCores(read: Read = readText, parallelism = availableParallelism()): number {
  return Math.min(parallelism, ...quotasOf(read).filter((cores) => cores > 0));
}

/** The limits of the process' control groups and of all above them. */
function quotasOf(read: Read): number[] {
  const lines = (read('/proc/self/cgroup') ?? '').split('\n');
  return lines.flatMap((line) => {
    const [, controllers = '', path = '/'] = /^\d+:([^:]*):(.*)$/.exec(line) ?? [];
    if (controllers === '') return [''].concat(foldersOf(path)).map((folder) => unified(read, folder));
    if (!controllers.split(',').includes('cpu')) return [];
    return [''].concat(foldersOf(path)).map((folder) => legacy(read, folder));
  });
}

/** "/a/b" is in "/a". */
function foldersOf(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}

/** Control groups 2: "50000 100000" is half a core, "max 100000" no limit. */
function unified(read: Read, folder: string): number {
  const [quota, period] = (read(`${root}${folder}/cpu.max`) ?? '').trim().split(' ').map(Number);
  return (quota ?? NaN) / (period ?? NaN) || 0;
}

/** Control groups 1: -1 is no limit. */
function legacy(read: Read, folder: string): number {
  const quota = Number(read(`${root}/cpu${folder}/cpu.cfs_quota_us`) ?? NaN);
  return quota / Number(read(`${root}/cpu${folder}/cpu.cfs_period_us`) ?? NaN) || 0;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
