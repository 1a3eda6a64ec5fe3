/** Where a label beside a horizontal line stands: at its beginning, middle or end, above or below it. */
export type LabelPlace = `inside${'Start' | 'Middle' | 'End'}${'Top' | 'Bottom'}`;

type Point = readonly [x: number, y: number | null | undefined];

/** A label's height and width as shares of the plot: 12-point text, and the longest label on a narrow picture. */
const heightShare = 0.13;
const widthShare = 0.4;

const places: readonly [place: LabelPlace, from: number, isAbove: boolean][] = [
  ['insideStartTop', 0, true],
  ['insideStartBottom', 0, false],
  ['insideMiddleTop', (1 - widthShare) / 2, true],
  ['insideMiddleBottom', (1 - widthShare) / 2, false],
  ['insideEndTop', 1 - widthShare, true],
  ['insideEndBottom', 1 - widthShare, false],
];

/** The first place that no line runs through; above the beginning where there is none. */
export function labelPlace(limit: number, lines: readonly (readonly Point[])[]): LabelPlace {
  const points = lines.flat();
  const xs = points.map(([x]) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const height = Math.max(limit, ...points.map(([, y]) => y ?? 0)) * heightShare;
  const isFree = ([, from, isAbove]: (typeof places)[number]): boolean => {
    const start = left + from * (right - left);
    const end = start + widthShare * (right - left);
    const [low, high] = isAbove ? [limit, limit + height] : [limit - height, limit];
    return points.every(([x, y]) => x < start || x > end || typeof y !== 'number' || y < low || y > high);
  };
  return (places.find(isFree) ?? places[0])?.[0] ?? 'insideStartTop';
}
