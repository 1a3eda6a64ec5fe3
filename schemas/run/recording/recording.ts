import { deflateRawSync, inflateRawSync } from 'node:zlib';

import type { Recording } from '../../generated/types';
import { finestScale, pushHistogram, readHistogram, type Cell } from './cell';
import { pushVarint, varintReader } from './varints';

/** What was recorded of one second. */
export interface RecordedCells {
  /** Since the start of the run. */
  readonly second: number;
  readonly cells: readonly Cell[];
}

/** Seconds in ascending order, as load.json carries them. */
export function encodeRecording(seconds: readonly RecordedCells[]): Recording {
  const names = new NameTable();
  const chunks: Uint8Array[] = [];
  let scale = finestScale;
  let before = -1;
  for (const { second, cells } of seconds) {
    const bytes: number[] = [];
    pushVarint(bytes, second - before - 1);
    pushVarint(bytes, cells.length);
    before = second;
    for (const cell of cells) {
      pushVarint(bytes, names.indexOf(cell));
      pushHistogram(bytes, cell.histogram);
      scale = Math.min(scale, cell.histogram.scale);
    }
    chunks.push(Uint8Array.from(bytes));
  }
  const data = deflateRawSync(Buffer.concat(chunks), { level: 9 }).toString('base64');
  return { relativeError: 2 ** (2 ** -scale) - 1, names: names.all, data };
}

/** The inverse of {@link encodeRecording}. Throws an Error where the data is none. */
export function decodeRecording({ names, data }: Recording): RecordedCells[] {
  const { next, atEnd } = varintReader(inflateRawSync(Buffer.from(data, 'base64')));
  const seconds: RecordedCells[] = [];
  let second = -1;
  while (!atEnd()) {
    second += next() + 1;
    const cells = Array.from({ length: next() }, (): Cell => {
      const [brand = '', bucket = '', status = ''] = names[next()] ?? [];
      return { brand, bucket, status, histogram: readHistogram(next) };
    });
    seconds.push({ second, cells });
  }
  return seconds;
}

/** Numbers the combinations of brand, bucket and status as they come. */
export class NameTable {
  readonly all: [brand: string, bucket: string, status: string][] = [];
  private readonly indexes = new Map<string, number>();

  indexOf({ brand, bucket, status }: Omit<Cell, 'histogram'>): number {
    const key = `${brand}\n${bucket}\n${status}`;
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    this.indexes.set(key, this.all.length);
    return this.all.push([brand, bucket, status]) - 1;
  }
}
