import { join } from 'node:path';

import { median } from 'simple-statistics';

import { runLoad } from '../../load/run/run-load';
import type { LoadResult } from '../../schemas/generated/types';
import { withGenerator } from './load/with-generator';
import { sampleMemory, type MemorySample } from './soak/memory-samples';
import { pidWrapper } from './soak/pid-wrapper';

/** load, whose percentiles are exact, shows what a generator looks like that keeps its samples. */
const profile = process.env['BENCH_PROFILE'] ?? 'soak';
const requests = Number(process.env['BENCH_REQUESTS'] ?? 1_000_000);
const early = requests / 5;
const allowedRatio = 1.15;
/** Few, so that what a VU takes does not hide what a request leaves behind. */
const vus = 16;

/**
 * Whether the memory of the generator, and of the process that records, grows with the number of requests: resident
 * memory of one run after a fifth of its requests and after all of them. Ends with 1 where it did by more than 15 %.
 */
function main(): Promise<void> {
  return withGenerator(async ({ folder, k6, bundlePath, target }) => {
    // As the profile says, but as fast as the machine can: an hour's requests in minutes.
    const counts = ['--vus', String(vus), '--iterations', String(requests), '--duration', '2h'];
    const wrapper = pidWrapper(folder, k6.path, counts);
    const memory = sampleMemory(wrapper.pid);
    const { result } = await runLoad({
      k6Path: wrapper.path,
      k6Version: k6.version,
      bundlePath,
      target,
      profile,
      outDir: join(folder, 'run'),
      seed: 1,
      interactive: false,
      say: console.log,
    });
    if (result.requests !== requests)
      throw new Error(`${result.requests} of ${requests} requests were counted`);
    process.exitCode = print(result, memory.stop()) ? 0 : 1;
  });
}

/** True: neither process grew by more than is allowed. */
function print(result: LoadResult, samples: readonly MemorySample[]): boolean {
  console.log(
    `${profile}: ${requests} requests in ${(result.durationMs / 1_000).toFixed(0)} s, percentiles from ${result.latencySource}`,
  );
  const grown = (['k6', 'recorder'] as const).map((name) => {
    const before = memoryAfter(early, name, result, samples);
    const after = memoryAfter(requests, name, result, samples);
    const ratio = after / before;
    console.log(
      `${name.padEnd(8)}  ${before.toFixed(0)} MB after ${early} requests, ${after.toFixed(0)} MB after ${requests}: ratio ${ratio.toFixed(2)}`,
    );
    return ratio;
  });
  return grown.every((ratio) => ratio <= allowedRatio);
}

/** The median around a number of requests: memory rises and falls with every garbage collection. */
function memoryAfter(
  count: number,
  name: 'k6' | 'recorder',
  { series, startedAt }: LoadResult,
  samples: readonly MemorySample[],
): number {
  let sum = 0;
  const doneAfterSecond = series.map((second) => (sum += second.requests));
  const startedMs = new Date(startedAt).getTime();
  const near = samples.filter(({ atMs }) => {
    const done = doneAfterSecond[Math.floor((atMs - startedMs) / 1_000)];
    return done !== undefined && Math.abs(done - count) <= early / 4;
  });
  if (near.length === 0) throw new Error(`no sample near ${count} requests: the run was too short`);
  return median(near.map((sample) => sample[name]));
}

void main();
