import { readFileSync } from 'node:fs';

/** Resident memory at one moment, in MB. */
export interface MemorySample {
  /** In ms since 1970. */
  readonly atMs: number;
  readonly k6: number;
  /** Of this process, which receives and records. */
  readonly recorder: number;
}

/** Samples once a second until it is stopped. */
export function sampleMemory(pid: () => number | undefined): { stop(): readonly MemorySample[] } {
  const samples: MemorySample[] = [];
  const timer = setInterval(() => {
    const k6 = residentMb(pid());
    const recorder = residentMb(process.pid);
    if (k6 !== undefined && recorder !== undefined) samples.push({ atMs: Date.now(), k6, recorder });
  }, 1_000);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

/** Undefined where there is no such process, or the system does not tell. */
function residentMb(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
