import type { LoadResult } from '../../schemas/generated/types';
import type { CellHistogram } from '../../schemas/run/recording/cell';
import { encodeRecording } from '../../schemas/run/recording/recording';
import { aSeries } from '../fixtures/a-load-result';
import { latencyGrid } from './latency-grid';

/** A run of so many seconds, each with one histogram. */
function secondsWith(...histograms: CellHistogram[]): Pick<LoadResult, 'series' | 'recording'> {
  const names = { brand: '3', bucket: '3/301', status: '200' };
  return {
    series: aSeries(histograms.length, []),
    recording: encodeRecording(
      histograms.map((histogram, second) => ({ second, cells: [{ ...names, histogram }] })),
    ),
  };
}

function counts(scale: number, offset: number, ...all: number[]): CellHistogram {
  return { scale, zeroCount: 0, offset, counts: all };
}

describe('latencyGrid', () => {
  it('counts by band and time, slowest band first', () => {
    expect(latencyGrid(secondsWith(counts(0, 3, 2), counts(0, 4, 1)), 10, 10)).toEqual({
      stretchSeconds: 1,
      bands: [
        { lower: 16, upper: 32, counts: [0, 1] },
        { lower: 8, upper: 16, counts: [2, 0] },
      ],
    });
  });

  it('widens bands until they fit', () => {
    const grid = latencyGrid(secondsWith(counts(3, 0, ...new Array<number>(32).fill(1))), 10, 5);
    expect(grid?.bands.map(({ upper }) => upper)).toEqual([16, 8, 4, 2]);
  });

  it('is nothing without histograms', () => {
    expect(latencyGrid({ series: aSeries(10, []) }, 10, 10)).toBeNull();
  });
});
