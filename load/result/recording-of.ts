import type { Recording } from '../../schemas/generated/types';
import { finestScale } from '../../schemas/run/recording/cell';
import { encodeRecording, type RecordedCells } from '../../schemas/run/recording/recording';
import { downscale } from '../histogram/histogram';
import { boundedHistogram } from '../histogram/bounded-histogram';
import type { RecordedSeconds } from '../telemetry/recorded-seconds';

/** An hour takes 2.5 MB at most; a short run may take as much as a minute. */
const charactersPerSecond = 700;
const leastSeconds = 60;
/** Buckets that double: wider ones would not save anything. */
const coarsestScale = 0;

/** The seconds as load.json carries them, with the finest buckets that there is room for. */
export function recordingOf(seconds: RecordedSeconds): Recording {
  const all: readonly RecordedCells[] = [...seconds];
  const limit = charactersPerSecond * Math.max(leastSeconds, seconds.last() + 1);
  for (let scale = finestScale; ; scale -= 1) {
    const recording = encodeRecording(scale === finestScale ? all : all.map((each) => widened(each, scale)));
    if (recording.data.length <= limit || scale === coarsestScale) return recording;
  }
}

function widened({ second, cells }: RecordedCells, scale: number): RecordedCells {
  return {
    second,
    cells: cells.map((cell) => ({ ...cell, histogram: downscale(boundedHistogram(cell.histogram), scale) })),
  };
}
