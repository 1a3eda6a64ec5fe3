import { join } from 'node:path';

import { runLoad } from '../../../load/run/run-load';
import type { Target } from '../../../schemas/target/target';
import type { K6 } from '../../k6/k6';
import { cpuWrapper } from './cpu-wrapper';
import { printedBy } from './printed-by';

/** One way to send requests; resolves to the CPU that the whole process used, in seconds. */
export interface Leg {
  readonly name: string;
  readonly send: (requests: number) => Promise<number>;
}

export interface LegOptions {
  readonly folder: string;
  readonly k6: K6;
  readonly bundlePath: string;
  readonly target: Target;
  readonly vus: number;
}

const rooms = '3:301,302;4:400,401';

/** A bare k6 script, with k6's defaults. */
export function bareLeg({ folder, k6, target, vus }: LegOptions): Leg {
  return {
    name: 'bare k6 script',
    send: async (requests) => {
      const wrapper = cpuWrapper(folder, 'bare-k6', k6.path);
      const script = join(__dirname, 'bare-script.js');
      const counts = ['--vus', String(vus), '--iterations', String(requests)];
      const output = await printedBy(wrapper.path, ['run', '--quiet', ...counts, script], variables(target));
      requireCount(output, new RegExp(`checks_succeeded.*100\\.00% (\\d+) out of`), requests);
      return wrapper.cpuSeconds();
    },
  };
}

/** A whole run of the profile that has no rate of its own, with everything that `npm run load` turns on. */
export function ourLeg({ folder, k6, bundlePath, target, vus }: LegOptions): Leg {
  return {
    name: 'npm run load',
    send: async (requests) => {
      // Only how many clients send how much is not what the profile says.
      const counts = ['--vus', String(vus), '--iterations', String(requests)];
      const wrapper = cpuWrapper(folder, 'our-k6', k6.path, counts);
      const { result } = await runLoad({
        k6Path: wrapper.path,
        k6Version: k6.version,
        bundlePath,
        target,
        profile: 'contention',
        outDir: join(folder, 'run'),
        seed: 1,
        interactive: false,
        say: () => undefined,
      });
      const { violations, responses } = result.verified;
      if (responses !== requests || violations.length > 0) {
        throw new Error(`${responses} of ${requests} verified: ${JSON.stringify(violations)}`);
      }
      return wrapper.cpuSeconds();
    },
  };
}

/** Locust's faster client, which verifies nothing. */
export function locustLeg({ folder, target, vus }: LegOptions, locust: string): Leg {
  return {
    name: 'Locust FastHttpUser',
    send: async (requests) => {
      const wrapper = cpuWrapper(folder, 'locust', locust);
      const users = ['--users', String(vus), '--spawn-rate', String(vus)];
      const output = await printedBy(
        wrapper.path,
        ['-f', join(__dirname, 'locustfile.py'), '--headless', '--only-summary', ...users],
        { ...variables(target), BENCH_REQUESTS: String(requests) },
      );
      requireCount(output, /Aggregated\s+(\d+)\s+0\(0\.00%\)/, requests);
      return wrapper.cpuSeconds();
    },
  };
}

function variables({ baseUrl, token }: Target): Record<string, string> {
  return { POPSELL_BASE_URL: baseUrl, POPSELL_TOKEN: token, BENCH_ROOMS: rooms, K6_NO_USAGE_REPORT: 'true' };
}

function requireCount(output: string, pattern: RegExp, requests: number): void {
  const counted = Number(pattern.exec(output)?.[1]);
  if (counted !== requests) throw new Error(`${counted} of ${requests} requests succeeded:\n${output}`);
}
