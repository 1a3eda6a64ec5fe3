import type { Rooms } from './rooms';

/** Chatrooms that the figures do not tell apart; one object for all their requests. */
export interface Bucket {
  /** Counts through the buckets of all brands. */
  readonly index: number;
  readonly brand: number;
  /** The tag's value. */
  readonly name: string;
}

/** Groups the chatrooms of one brand: the bucket of position p is number floor(p / size). */
export interface Buckets {
  readonly list: readonly Bucket[];
  readonly size: number;
}

export interface BucketLimits {
  /** Up to this many chatrooms in all brands together, each has a bucket of its own. */
  readonly singleRoomLimit: number;
}

/** Beyond about 2,000 tag combinations k6's OpenTelemetry output merges them into one. */
const bucketsInAll = 128;
const bucketsPerBrand = 8;

/**
 * Buckets named BRAND/ID, or BRAND/FIRST-LAST where there are more chatrooms than the limit: then a brand
 * is cut into at most 8 equal parts by position. With Zipf traffic the first part holds the hot chatrooms.
 */
export function bucketsOf(all: readonly Rooms[], { singleRoomLimit }: BucketLimits): Buckets[] {
  const total = all.reduce((sum, rooms) => sum + rooms.count, 0);
  const parts = Math.max(1, Math.min(bucketsPerBrand, Math.floor(bucketsInAll / all.length)));
  let index = 0;
  return all.map((rooms) => {
    const size = total <= singleRoomLimit ? 1 : Math.max(1, Math.ceil(rooms.count / parts));
    const names = namesOf(rooms, size);
    return { size, list: names.map((name) => ({ index: index++, brand: rooms.brand, name })) };
  });
}

/** One bucket for the own chatrooms of each brand that has any: what nobody else writes to, beside what many do. */
export function ownBuckets(owned: readonly Rooms[], firstIndex: number): Bucket[] {
  return owned
    .filter(({ count }) => count > 0)
    .map(({ brand }, at) => ({ index: firstIndex + at, brand, name: `${brand}/own` }));
}

function namesOf(rooms: Rooms, size: number): string[] {
  return Array.from({ length: Math.ceil(rooms.count / size) }, (_, index) => {
    const first = rooms.idAt(index * size);
    const last = rooms.idAt(Math.min(rooms.count, (index + 1) * size) - 1);
    return first === last ? `${rooms.brand}/${first}` : `${rooms.brand}/${first}-${last}`;
  });
}
