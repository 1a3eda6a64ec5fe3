import { median } from 'simple-statistics';

import { bareLeg, locustLeg, ourLeg, type Leg } from './load/legs';
import { findLocust } from './load/locust';
import { withGenerator } from './load/with-generator';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const requests = Number(process.env['BENCH_REQUESTS'] ?? 20_000);
const vus = 16;

/** CPU of one leg in one round, in µs a request: of the whole process, and without what starting it costs. */
interface Cost {
  readonly whole: number;
  readonly sending: number;
}

/**
 * What a request costs the generator: user and system time of its process, for the same requests to the same answers.
 * The legs take turns, so that ratios are made of neighbours in time and hold on a machine whose speed drifts.
 */
function main(): Promise<void> {
  return withGenerator(async (generator) => {
    const options = { ...generator, vus };
    const locust = await findLocust(console.log);
    const legs = [bareLeg(options), ourLeg(options)];
    if (locust !== undefined) legs.push(locustLeg(options, locust));
    print(await measure(legs));
  });
}

async function measure(legs: readonly Leg[]): Promise<Map<string, Cost[]>> {
  const costs = new Map(legs.map(({ name }): [string, Cost[]] => [name, []]));
  // The first round warms the server up, and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, send } of legs) {
      const started = await send(vus);
      const all = await send(requests);
      const whole = (all / requests) * 1e6;
      const sending = ((all - started) / (requests - vus)) * 1e6;
      if (round > 0) costs.get(name)?.push({ whole, sending });
    }
  }
  return costs;
}

function print(costs: ReadonlyMap<string, readonly Cost[]>): void {
  const [bare = []] = costs.values();
  console.log(
    `\n${rounds} rounds of ${requests} requests by ${vus} clients; user and system µs of CPU a request;`,
  );
  console.log('median (least to most), ratio to the bare script in the same round\n');
  for (const kind of ['whole', 'sending'] as const) {
    console.log(kind === 'whole' ? 'the whole process' : 'without what starting it costs');
    for (const [name, all] of costs) {
      const micros = all.map((cost) => cost[kind]);
      const ratios = micros.map((each, round) => each / (bare[round]?.[kind] ?? NaN));
      console.log(`  ${name.padEnd(20)} ${spread(micros, 0)}   ratio ${spread(ratios, 2)}`);
    }
  }
}

function spread(values: readonly number[], digits: number): string {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
  return `${middle.toFixed(digits).padStart(4)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

void main();
