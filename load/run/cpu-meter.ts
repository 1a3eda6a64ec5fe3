import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Clock ticks of /proc/PID/stat: 100 a second on every Linux that Node runs on. */
const ticksPerSecond = 100;
const sampleIntervalMs = 1_000;
/** A shorter busy spell, such as a garbage collection, delays few requests. */
const windowSamples = 5;

/** Watches the CPU of one process. */
export interface CpuMeter {
  /**
   * The busiest five seconds, as a share, 0 to 1, of the machine's cores; null where the system does not
   * tell, or the process ended before it was seen twice.
   */
  stop(): number | null;
}

export function startCpuMeter(pid: number): CpuMeter {
  const samples: CpuSample[] = [];
  const take = (): void => {
    const cpuSeconds = readCpuSeconds(pid);
    if (cpuSeconds !== null) samples.push({ atSeconds: performance.now() / 1_000, cpuSeconds });
  };
  take();
  const timer = setInterval(take, sampleIntervalMs);
  return {
    stop: () => {
      clearInterval(timer);
      return busiestShare(samples, availableParallelism());
    },
  };
}

export interface CpuSample {
  readonly atSeconds: number;
  /** CPU used since the process began. */
  readonly cpuSeconds: number;
}

/** The largest share of the cores used over any window of the samples. */
export function busiestShare(samples: readonly CpuSample[], cores: number): number | null {
  const window = Math.min(windowSamples, samples.length - 1);
  if (window < 1) return null;
  const shares = samples.slice(window).map((end, index) => {
    const start = samples[index] ?? end;
    return (end.cpuSeconds - start.cpuSeconds) / (end.atSeconds - start.atSeconds) / cores;
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
