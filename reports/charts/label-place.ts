import type { Size } from './size';

/** Where a label beside a horizontal line stands: at its beginning, middle or end, above or below it. */
export type LabelPlace = `inside${'Start' | 'Middle' | 'End'}${'Top' | 'Bottom'}`;

type Point = readonly [x: number, y: number | null | undefined];

/** A label's height and width as shares of the plot: a line of text, and some twenty characters. */
const heightShare = 0.13;
const widthShares: Readonly<Record<Size['name'], number>> = { wide: 0.15, narrow: 0.5 };

const sides = ['Start', 'Middle', 'End'] as const;

/** The place that the fewest points of other lines are in; of equal ones, the one nearest to the beginning, above. */
export function labelPlace(limit: number, lines: readonly (readonly Point[])[], { name }: Size): LabelPlace {
  const points = lines.flat().filter((point): point is [number, number] => typeof point[1] === 'number');
  const xs = points.map(([x]) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const height = Math.max(limit, ...points.map(([, y]) => y)) * heightShare;
  const width = widthShares[name];
  const places = sides.flatMap((side, index) => {
    const from = left + ((1 - width) / 2) * index * (right - left);
    const inside = points.filter(([x]) => x >= from && x <= from + width * (right - left));
    const within = (low: number, high: number): number =>
      inside.filter(([, y]) => y >= low && y <= high).length;
    return [
      { place: `inside${side}Top` as const, points: within(limit, limit + height) },
      { place: `inside${side}Bottom` as const, points: within(limit - height, limit) },
    ];
  });
  const fewest = Math.min(...places.map((one) => one.points));
  return places.find((one) => one.points === fewest)?.place ?? 'insideStartTop';
}
