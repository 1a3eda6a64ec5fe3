import { readFileSync } from 'node:fs';

import { availableCores } from './available-cores';

/** Clock ticks of /proc/PID/stat: 100 a second on every Linux that Node runs on. */
const ticksPerSecond = 100;
const sampleIntervalMs = 1_000;
/** A shorter busy spell, such as a garbage collection, delays few requests. */
const windowSamples = 5;

export interface CpuSample {
  /** In ms since 1970. */
  readonly atMs: number;
  /** CPU used since the process began. */
  readonly cpuSeconds: number;
}

/** Watches the CPU of one process. */
export interface CpuMeter {
  /** One sample a second; none where the system does not tell. */
  stop(): readonly CpuSample[];
}

export function startCpuMeter(pid: number): CpuMeter {
  const samples: CpuSample[] = [];
  const take = (): void => {
    const cpuSeconds = readCpuSeconds(pid);
    if (cpuSeconds !== null) samples.push({ atMs: Date.now(), cpuSeconds });
  };
  take();
  const timer = setInterval(take, sampleIntervalMs);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

/**
 * The busiest five seconds since a time, as a share, 0 to 1, of the cores; null where there are too few
 * samples to tell. k6 is busy before the first request too, when it makes its VUs, and that delays nothing.
 */
export function busiestShare(
  all: readonly CpuSample[],
  sinceMs: number | undefined,
  cores = availableCores(),
): number | null {
  const samples = all.filter(({ atMs }) => atMs >= (sinceMs ?? 0));
  const window = Math.min(windowSamples, samples.length - 1);
  if (window < 1) return null;
  const shares = samples.slice(window).map((end, index) => {
    const start = samples[index] ?? end;
    return ((end.cpuSeconds - start.cpuSeconds) * 1_000) / (end.atMs - start.atMs) / cores;
  });
  return Math.min(1, Math.max(0, ...shares));
}

function readCpuSeconds(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may itself hold spaces; user and system time are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
}
