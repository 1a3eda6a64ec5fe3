import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

import type { JournalWriter } from '../../../schemas/generated/types';

/**
 * The process of an id on this machine, as a journal names it; undefined where none runs. Ids are given again: where the system
 * tells when a process began, that is part of the name.
 */
export function writerOf(pid: number): JournalWriter | undefined {
  try {
    const { machine, started } = process.platform === 'linux' ? onLinux(pid) : elsewhere(pid);
    return { machine, pid, ...(started === undefined ? {} : { started }) };
  } catch {
    return undefined;
  }
}

interface Place {
  readonly machine: string;
  readonly started: string | undefined;
}

function onLinux(pid: number): Place {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // Behind the program's name, which may hold anything: the state, and as the 20th field when it began, in ticks since the boot.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (isDead(state)) throw new Error('it waits to be buried');
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  // Containers of one machine have ids of their own.
  return { machine: `${boot} ${readlinkSync('/proc/self/ns/pid')}`, started: fields[18] };
}

function elsewhere(pid: number): Place {
  // Throws where there is none.
  process.kill(pid, 0);
  const machine = hostname();
  if (process.platform === 'win32') return { machine, started: undefined };
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: environment,
  });
  const [state, ...started] = line.trim().split(/\s+/);
  if (isDead(state)) throw new Error('it waits to be buried');
  return { machine, started: started.join(' ') };
}

/** Of a zombie nothing is left but its exit code. */
function isDead(state: string | undefined): boolean {
  return state === undefined || /^[ZX]/.test(state);
}
