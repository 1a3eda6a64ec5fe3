import type { Rooms } from './rooms';

/** Groups chatrooms for the figures: a tag value for each position of a brand. */
export interface Buckets {
  readonly names: readonly string[];
  /** Index into names. */
  readonly indexOf: (position: number) => number;
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
  return all.map((rooms) => bucketsOfBrand(rooms, total <= singleRoomLimit ? rooms.count : parts));
}

function bucketsOfBrand(rooms: Rooms, parts: number): Buckets {
  const size = Math.max(1, Math.ceil(rooms.count / parts));
  const names = Array.from({ length: Math.ceil(rooms.count / size) }, (_, index) => {
    const first = rooms.idAt(index * size);
    const last = rooms.idAt(Math.min(rooms.count, (index + 1) * size) - 1);
    return first === last ? `${rooms.brand}/${first}` : `${rooms.brand}/${first}-${last}`;
  });
  return { names, indexOf: (position) => Math.floor(position / size) };
}
