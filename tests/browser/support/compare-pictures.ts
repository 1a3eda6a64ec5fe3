import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Side of a cell in points; a picture is a quarter as wide as its page, so a cell covers 72 points of that. */
const cell = 18;

/**
 * The share of cells, 0 to 1, in which two pictures differ in their mean colour by more than about ten levels of 255; 1
 * where their sizes differ. Another font moves letters inside a cell; another layout empties or fills cells.
 */
export function differenceOf(one: Buffer, other: Buffer): number {
  const [left, right] = [coarse(PNG.sync.read(one)), coarse(PNG.sync.read(other))];
  const { width, height } = left;
  if (right.width !== width || right.height !== height) return 1;
  const options = { threshold: 0.04, includeAA: true };
  return pixelmatch(left.data, right.data, null, width, height, options) / (width * height);
}

/** Each cell as one point of its mean colour. */
function coarse(picture: PNG): PNG {
  const width = Math.floor(picture.width / cell);
  const small = new PNG({ width, height: Math.floor(picture.height / cell) });
  for (let index = 0; index < small.data.length; index += 1) {
    const [point, channel] = [Math.floor(index / 4), index % 4];
    small.data[index] = mean(picture, (point % width) * cell, Math.floor(point / width) * cell, channel);
  }
  return small;
}

function mean(picture: PNG, left: number, top: number, channel: number): number {
  let sum = 0;
  for (let y = top; y < top + cell; y += 1) {
    for (let x = left; x < left + cell; x += 1)
      sum += picture.data[(y * picture.width + x) * 4 + channel] ?? 0;
  }
  return sum / (cell * cell);
}
