import type { Histogram } from '../../schemas/generated/types';
import type { Cell } from '../../schemas/run/recording/cell';
import { boundedHistogram } from './bounded-histogram';
import { mergeHistograms } from './histogram';

/** The cells of a second by one of their names, merged. No request took longer than `maxMs`. */
export function histogramsBy(
  name: 'brand' | 'bucket' | 'status',
  cells: readonly Cell[],
  maxMs: number,
): Map<string, Histogram> {
  const merged = new Map<string, Histogram>();
  for (const cell of cells) {
    const histogram = boundedHistogram(cell.histogram, maxMs);
    const known = merged.get(cell[name]);
    merged.set(cell[name], known === undefined ? histogram : mergeHistograms(known, histogram));
  }
  return merged;
}
