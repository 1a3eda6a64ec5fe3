import { bucketsOf, type Bucket } from './buckets';
import { indexOfOwnValue, ownValues } from './own-values';
import { hash32, limitOf, next32, randomStream } from './random';
import type { Rooms } from './rooms';
import { zipfSampler } from './zipf';

export interface TrafficOptions {
  readonly seed: number;
  /** equal: every brand gets the same share; rooms: a share by its number of chatrooms. */
  readonly brandWeights: 'equal' | 'rooms';
  readonly popularity: 'uniform' | 'zipf';
  /** How unequal Zipf traffic is: about 1 for most things that people choose among. */
  readonly zipfExponent: number;
  /** Share of the answers, 0 to 1, that are validated against their whole schema. */
  readonly sampleShare: number;
  readonly singleRoomLimit: number;
}

/** One request, without the parts that all requests share. */
export interface PlannedRequest {
  readonly bucket: Bucket;
  readonly chatroom: number;
  /** The established_dialogue to write, unlike that of any other request of the run. */
  readonly value: string;
  /** True: the answer is validated against its whole schema. */
  readonly sampled: boolean;
}

export interface Traffic {
  /** By their index. */
  readonly buckets: readonly Bucket[];
  /**
   * Request number `index` of the run: a function of the seed and the number alone. It does not matter
   * which VU, process or machine sends it, so shards send together exactly what one process would.
   */
  request(index: number): PlannedRequest;
  /** Whether one of the first so many requests writes an instant; an API may have lost its milliseconds. */
  writes(instantMs: number, requests: number): boolean;
}

/** Any number would do. */
const seedOfSeeds = 0x5eed;

/** Written for k6's engine, which takes a third of a microsecond for a call: it runs for every request. */
export function createTraffic(all: readonly Rooms[], options: TrafficOptions): Traffic {
  // Mixed once, so that neighbouring seeds share no requests.
  const seed = hash32(seedOfSeeds, options.seed);
  const buckets = bucketsOf(all, options);
  const brands = all.map((rooms, index) => ({
    ...rooms,
    ...required(buckets, index),
    pickPosition: positionPicker(rooms.count, options),
  }));
  const pickBrand = brandPicker(brandShares(all, options.brandWeights));
  const valueOf = ownValues(seed);
  const indexOf = indexOfOwnValue(seed);
  const sampleLimit = limitOf(options.sampleShare);
  return {
    buckets: buckets.flatMap(({ list }) => list),
    request(index) {
      const first = hash32(seed, index);
      const second = next32(first);
      const { idAt, pickPosition, list, size } = required(brands, pickBrand(first));
      const position = pickPosition(second);
      return {
        bucket: required(list, Math.floor(position / size)),
        chatroom: idAt(position),
        value: valueOf(index, first),
        sampled: next32(second) < sampleLimit,
      };
    },
    writes(instantMs, requests) {
      const index = indexOf(instantMs);
      const written = Date.parse(valueOf(index, hash32(seed, index)));
      return index < requests && (instantMs === written || instantMs === written - (written % 1_000));
    },
  };
}

/**
 * The share of the requests that each brand gets. Equal is the default: by number of chatrooms, a small
 * brand would get too few requests for a percentile of its own.
 */
export function brandShares(
  all: readonly { readonly count: number }[],
  weights: TrafficOptions['brandWeights'],
): number[] {
  const total = all.reduce((sum, { count }) => sum + count, 0);
  return all.map(({ count }) => (weights === 'equal' ? 1 / all.length : count / total));
}

/** Takes an integer below 2^32. */
function brandPicker(shares: readonly number[]): (random: number) => number {
  let sum = 0;
  const limits = shares.map((share) => limitOf((sum += share)));
  // Shares may sum up to just below 1.
  limits[limits.length - 1] = Infinity;
  return (random) => {
    let index = 0;
    while (random >= (limits[index] ?? Infinity)) index++;
    return index;
  };
}

/** Takes an integer below 2^32. */
function positionPicker(
  count: number,
  { popularity, zipfExponent }: TrafficOptions,
): (random: number) => number {
  if (popularity === 'uniform') return (random) => random % count;
  const sample = zipfSampler(count, zipfExponent);
  return (random) => sample(randomStream(random));
}

function required<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`nothing at position ${index} of ${items.length}`);
  return item;
}
