import { hash32 } from './random';
import type { Rooms } from './rooms';
import type { TrafficOptions } from './traffic';

/** As many chatrooms as a run uses where nobody says otherwise: all of them are read before it and put back after it. */
export const defaultMaxChatrooms = 10_000;

export interface WorkingSetOptions extends Pick<TrafficOptions, 'seed' | 'brandWeights'> {
  /** Of all brands together. */
  readonly maxChatrooms: number;
}

/**
 * The chatrooms that a run uses: all, or where there are more than the limit a choice by the seed, spread evenly over each
 * brand's. The same seed and limit choose the same ones in every process.
 */
export function workingSet(
  all: readonly Rooms[],
  { maxChatrooms, seed, brandWeights }: WorkingSetOptions,
): readonly Rooms[] {
  const counts = all.map(({ count }) => count);
  if (sum(counts) <= maxChatrooms) return all;
  const shares = brandWeights === 'rooms' ? inProportion(counts, maxChatrooms) : evenly(counts, maxChatrooms);
  return all.map((rooms, index) => chosen(rooms, shares[index] ?? 1, hash32(seed, rooms.brand)));
}

/** One chatroom out of each of as many parts of equal size: they are in order, and none is there twice. */
function chosen(rooms: Rooms, count: number, seed: number): Rooms {
  const edge = (part: number): number => Math.floor((part * rooms.count) / count);
  return {
    brand: rooms.brand,
    count,
    idAt: (position) => {
      const first = edge(position);
      return rooms.idAt(first + (hash32(seed, position) % (edge(position + 1) - first)));
    },
  };
}

/** The same for every brand; what a small brand leaves goes to the others. */
function evenly(counts: readonly number[], limit: number): number[] {
  const shares = counts.map(() => 0);
  const smallestFirst = counts.map((count, index) => ({ count, index })).sort((a, b) => a.count - b.count);
  let left = limit;
  smallestFirst.forEach(({ count, index }, at) => {
    const share = Math.max(1, Math.min(count, Math.floor(left / (counts.length - at))));
    shares[index] = share;
    left -= share;
  });
  return shares;
}

function inProportion(counts: readonly number[], limit: number): number[] {
  const total = sum(counts);
  return counts.map((count) => Math.max(1, Math.floor((count / total) * limit)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
