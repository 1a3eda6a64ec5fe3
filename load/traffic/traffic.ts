import { brandPicker } from './brand-picker';
import type { BrandWeights } from './brand-weights';
import { brandShares } from './brand-weights';
import { bucketsOf, ownBuckets, type Bucket } from './buckets';
import type { Ownership } from './ownership';
import type { PlannedRequest } from './planned-request';
import { ownRequests, type OwnRequests } from './own-requests';
import { indexOfOwnValue, ownValues } from './own-values';
import { hash32, limitOf, next32, randomStream } from './random';
import { zipfSampler } from './zipf';

export interface TrafficOptions {
  readonly seed: number;
  readonly brandWeights: BrandWeights;
  readonly popularity: Popularity;
  /** How unequal Zipf traffic is: about 1 for most things that people choose among. */
  readonly zipfExponent: number;
  /** Share of the answers, 0 to 1, that are validated against their whole schema. */
  readonly sampleShare: number;
  readonly singleRoomLimit: number;
}

/** uniform: every chatroom of a brand gets as much; zipf: the first ones are hot. */
export type Popularity = 'uniform' | 'zipf';

export interface Traffic {
  /** By their index. */
  readonly buckets: readonly Bucket[];
  /**
   * Request number `index` of the run: a function of the seed and the number alone. It does not matter
   * which VU, process or machine sends it, so shards send together exactly what one process would.
   */
  request(index: number): PlannedRequest;
  /** The requests of a client that has a chatroom of its own, in place of those above; of the others undefined. */
  ownRequests(vu: number): OwnRequests | undefined;
  /** Whether one of the first so many requests writes an instant; an API may have lost its milliseconds. */
  writes(instantMs: number, requests: number): boolean;
}

/** Any number would do. */
const seedOfSeeds = 0x5eed;

/** Written for k6's engine, which takes a third of a microsecond for a call: it runs for every request. */
export function createTraffic({ contended, owned, ownRoomOf }: Ownership, options: TrafficOptions): Traffic {
  // Mixed once, so that neighbouring seeds share no requests.
  const seed = hash32(seedOfSeeds, options.seed);
  const buckets = bucketsOf(contended, options);
  const shared = buckets.flatMap(({ list }) => list);
  const own = ownBuckets(owned, shared.length);
  const brands = contended.map((rooms, index) => ({
    ...rooms,
    ...required(buckets, index),
    pickPosition: positionPicker(rooms.count, options),
  }));
  const pickBrand = brandPicker(brandShares(contended, options.brandWeights));
  const valueOf = ownValues(seed);
  const indexOf = indexOfOwnValue(seed);
  const sampleLimit = limitOf(options.sampleShare);
  return {
    buckets: [...shared, ...own],
    request(index) {
      const first = hash32(seed, index);
      const second = next32(first);
      const brand = brands[pickBrand(first)];
      if (brand === undefined) throw new RangeError(`no brand for request ${index}`);
      const { list, size } = brand;
      const position = brand.pickPosition(second);
      const bucket = list[(position - (position % size)) / size];
      if (bucket === undefined)
        throw new RangeError(`no bucket for position ${position} of request ${index}`);
      return {
        bucket,
        chatroom: brand.idAt(position),
        reads: false,
        value: valueOf(index, first),
        sampled: next32(second) < sampleLimit,
      };
    },
    ownRequests(vu) {
      const place = ownRoomOf(vu);
      if (place === undefined) return undefined;
      const { brand, idAt } = required(owned, place.brandAt);
      const bucket = required(
        own.filter((each) => each.brand === brand),
        0,
      );
      return ownRequests({ bucket, chatroom: idAt(place.position) }, (index) => {
        const random = hash32(seed, index);
        return { value: valueOf(index, random), sampled: next32(next32(random)) < sampleLimit };
      });
    },
    writes(instantMs, requests) {
      const index = indexOf(instantMs);
      const written = Date.parse(valueOf(index, hash32(seed, index)));
      return index < requests && (instantMs === written || instantMs === written - (written % 1_000));
    },
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
