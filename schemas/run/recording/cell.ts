import type { Histogram } from '../../generated/types';
import { pushVarint, unzigzag, zigzag } from './varints';

/** The requests of one second that have brand, bucket and status in common. */
export interface Cell {
  readonly brand: string;
  readonly bucket: string;
  readonly status: string;
  readonly histogram: CellHistogram;
}

/** A histogram without sum, minimum and maximum. */
export type CellHistogram = Pick<Histogram, 'scale' | 'zeroCount' | 'offset' | 'counts'>;

/** Cells are kept with buckets of 4.4 % or wider; a cell says by how many steps. */
export const finestScale = 4;

/** Appends a histogram of at most {@link finestScale}: docs/run-folder.md says in which order. */
export function pushHistogram(bytes: number[], { scale, zeroCount, offset, counts }: CellHistogram): void {
  const filled = counts.flatMap((count, index) => (count === 0 ? [] : [{ index, count }]));
  pushVarint(bytes, finestScale - scale);
  pushVarint(bytes, zeroCount);
  pushVarint(bytes, filled.length);
  let previous: number | undefined;
  for (const { index, count } of filled) {
    const at = offset + index;
    pushVarint(bytes, previous === undefined ? zigzag(at) : at - previous - 1);
    pushVarint(bytes, count - 1);
    previous = at;
  }
}

/** Reads what {@link pushHistogram} wrote. */
export function readHistogram(next: () => number): CellHistogram {
  const scale = finestScale - next();
  const zeroCount = next();
  const filled = next();
  const counts: number[] = [];
  let offset = 0;
  for (let bucket = 0; bucket < filled; bucket += 1) {
    const at = next();
    if (bucket === 0) offset = unzigzag(at);
    else for (let gap = 0; gap < at; gap += 1) counts.push(0);
    counts.push(next() + 1);
  }
  return { scale, zeroCount, offset, counts };
}
