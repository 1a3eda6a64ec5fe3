import { bucketsOf, type Buckets } from './buckets';
import { ownValue } from './own-value';
import { hash32, randomStream } from './random';
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
  readonly brand: number;
  readonly chatroom: number;
  readonly bucket: string;
  /** The established_dialogue to write, unlike that of any other request of the run. */
  readonly value: string;
  /** True: the answer is validated against its whole schema. */
  readonly sampled: boolean;
}

export interface Traffic {
  readonly bucketNames: readonly string[];
  /**
   * Request number `index` of the run: a function of the seed and the number alone. It does not matter
   * which VU, process or machine sends it, so shards send together exactly what one process would.
   */
  request(index: number): PlannedRequest;
}

export function createTraffic(all: readonly Rooms[], options: TrafficOptions): Traffic {
  const buckets = bucketsOf(all, options);
  const pickBrand = brandPicker(brandShares(all, options.brandWeights));
  const pickRoom = all.map((rooms) => roomPicker(rooms.count, options));
  const sampleLimit = options.sampleShare * 4_294_967_296;
  return {
    bucketNames: buckets.flatMap(({ names }) => names),
    request(index) {
      const at = pickBrand(hash32(options.seed, index, 1) / 4_294_967_296);
      const rooms = required(all, at);
      const position = required(pickRoom, at)(index);
      return {
        brand: rooms.brand,
        chatroom: rooms.idAt(position),
        bucket: bucketName(required(buckets, at), position),
        value: ownValue(options.seed, index),
        sampled: hash32(options.seed, index, 3) < sampleLimit,
      };
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

function brandPicker(shares: readonly number[]): (draw: number) => number {
  let sum = 0;
  const ends = shares.map((share) => (sum += share));
  return (draw) => {
    const index = ends.findIndex((end) => draw < end);
    // The last end may be just below 1.
    return index === -1 ? ends.length - 1 : index;
  };
}

function roomPicker(count: number, options: TrafficOptions): (index: number) => number {
  const { seed } = options;
  if (options.popularity === 'uniform') return (index) => hash32(seed, index, 2) % count;
  const sample = zipfSampler(count, options.zipfExponent);
  return (index) => sample(randomStream(seed, index, 2));
}

function bucketName(buckets: Buckets, position: number): string {
  return required(buckets.names, buckets.indexOf(position));
}

function required<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`nothing at position ${index} of ${items.length}`);
  return item;
}
