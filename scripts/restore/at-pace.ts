import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** How many at once. */
  readonly concurrency: number;
  /** Undefined: as fast as they are done. */
  readonly ratePerSecond?: number | undefined;
}

/** Does something for each item, several at a time and no faster than the rate; begins no more once `work` says stop. */
export async function atPace<T>(
  items: readonly T[],
  { concurrency, ratePerSecond = Infinity }: Pace,
  work: (item: T) => Promise<'go on' | 'stop'>,
): Promise<void> {
  const startedMs = performance.now();
  let begun = 0;
  let stopped = false;
  const worker = async (): Promise<void> => {
    while (!stopped && begun < items.length) {
      const index = begun++;
      const dueMs = startedMs + (index / ratePerSecond) * 1_000;
      if (dueMs > performance.now()) await sleep(dueMs - performance.now());
      const item = items[index];
      if (item !== undefined && (await work(item)) === 'stop') stopped = true;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
