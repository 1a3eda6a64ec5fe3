import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that runs another and notes the CPU it used: what a process tells only the one that waited for it. */
export interface CpuWrapper {
  /** Runs `program` with its arguments and `extra` ones. */
  readonly path: string;
  /** User and system time of the last run, in seconds. */
  readonly cpuSeconds: () => number;
}

/** Writes a wrapper into a folder; a shell's `times` is the same on every POSIX system. */
export function cpuWrapper(
  folder: string,
  name: string,
  program: string,
  extra: readonly string[] = [],
): CpuWrapper {
  const path = join(folder, name);
  const timesFile = `${path}.times`;
  const added = extra.map((each) => ` '${each}'`).join('');
  const script = [
    '#!/bin/sh',
    `'${program}' "$@"${added}`,
    'code=$?',
    `times > '${timesFile}'`,
    'exit $code',
    '',
  ];
  writeFileSync(path, script.join('\n'), { mode: 0o755 });
  return { path, cpuSeconds: () => childrenSeconds(readFileSync(timesFile, 'utf8')) };
}

/** The second line of `times` is about the children: user, then system time, such as "0m1.230s 0m0.040s". */
function childrenSeconds(text: string): number {
  const times = [...(text.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (times.length !== 2) throw new Error(`no times in "${text}"`);
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}
