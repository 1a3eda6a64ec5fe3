import {
  finestScale,
  pushHistogram,
  readHistogram,
  type Cell,
  type CellHistogram,
} from '../../schemas/run/recording/cell';
import { NameTable, type RecordedCells } from '../../schemas/run/recording/recording';
import { pushVarint, varintReader } from '../../schemas/run/recording/varints';
import { downscale, mergeHistograms } from '../histogram/histogram';
import { boundedHistogram } from '../histogram/bounded-histogram';

/** One second of a run. */
export interface RecordedSecond extends RecordedCells {
  /** The slowest request, exactly. */
  readonly maxMs: number;
}

/**
 * The seconds of a run. They are kept packed, about two bytes a request and never more than some two hundred a cell,
 * so that an hour of 8 brands takes the recording process a few megabytes however many requests it has.
 */
export class RecordedSeconds {
  /** The widest buckets of any second. */
  coarsestScale = finestScale;
  private readonly names = new NameTable();
  private readonly packed = new Map<number, { readonly bytes: Uint8Array; readonly maxMs: number }>();

  /** Adds to a second; what it already holds is merged. */
  add(second: number, cells: readonly Cell[], maxMs: number): void {
    const known = this.at(second);
    const merged = new Map<number, CellHistogram>();
    for (const cell of [...(known?.cells ?? []), ...cells]) {
      const name = this.names.indexOf(cell);
      const before = merged.get(name);
      merged.set(name, before === undefined ? coarse(cell.histogram) : together(before, cell.histogram));
    }
    const bytes: number[] = [];
    for (const [name, histogram] of merged) {
      pushVarint(bytes, name);
      pushHistogram(bytes, histogram);
      this.coarsestScale = Math.min(this.coarsestScale, histogram.scale);
    }
    this.packed.set(second, { bytes: Uint8Array.from(bytes), maxMs: Math.max(known?.maxMs ?? 0, maxMs) });
  }

  /** Undefined for a second without requests. */
  at(second: number): RecordedSecond | undefined {
    const packed = this.packed.get(second);
    if (packed === undefined) return undefined;
    const { next, atEnd } = varintReader(packed.bytes);
    const cells: Cell[] = [];
    while (!atEnd()) {
      const [brand = '', bucket = '', status = ''] = this.names.all[next()] ?? [];
      cells.push({ brand, bucket, status, histogram: readHistogram(next) });
    }
    return { second, cells, maxMs: packed.maxMs };
  }

  /** The last second with requests; -1 for none. */
  last(): number {
    // A spread of a day's seconds would not fit into the arguments of Math.max.
    let last = -1;
    for (const second of this.packed.keys()) last = Math.max(last, second);
    return last;
  }

  /** Those with requests, in their order. */
  *[Symbol.iterator](): Generator<RecordedSecond> {
    for (const second of [...this.packed.keys()].sort((a, b) => a - b)) {
      const recorded = this.at(second);
      if (recorded !== undefined) yield recorded;
    }
  }
}

function coarse(histogram: CellHistogram): CellHistogram {
  return downscale(boundedHistogram(histogram), finestScale);
}

function together(a: CellHistogram, b: CellHistogram): CellHistogram {
  return mergeHistograms(boundedHistogram(a), boundedHistogram(coarse(b)));
}
