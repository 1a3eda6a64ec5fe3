import { readFileSync } from 'node:fs';

const sampleIntervalMs = 100;

/**
 * Calls back, once, where a process takes more memory than it may: k6 reads bodies whole, and an answer that never ends
 * arrives at gigabytes a second from a target nearby. Returns what ends the watch. Does nothing where the system does not tell.
 */
export function watchMemory(
  pid: number,
  limitBytes: number,
  onExceeded: (bytes: number) => void,
): () => void {
  const timer = setInterval(() => {
    const bytes = residentBytes(pid);
    if (bytes <= limitBytes) return;
    clearInterval(timer);
    onExceeded(bytes);
  }, sampleIntervalMs);
  return () => {
    clearInterval(timer);
  };
}

function residentBytes(pid: number): number {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kibibytes ?? 0) * 1_024;
  } catch {
    return 0;
  }
}
