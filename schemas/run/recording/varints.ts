/** Appends whole numbers from 0 up, 7 bits a byte with the lowest first; the top bit says that more follow (LEB128). */
export function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}

/** Reads the numbers of {@link pushVarint} one after the other. Throws a RangeError past the end. */
export function varintReader(bytes: Uint8Array): {
  readonly next: () => number;
  readonly atEnd: () => boolean;
} {
  let at = 0;
  return {
    next: () => {
      let value = 0;
      for (let factor = 1; ; factor *= 0x80) {
        const byte = bytes[at++];
        if (byte === undefined) throw new RangeError('the recording is cut off');
        value += (byte & 0x7f) * factor;
        if (byte < 0x80) return value;
      }
    },
    atEnd: () => at >= bytes.length,
  };
}

/** Numbers of both signs as numbers from 0 up: 0, -1, 1, -2, 2 … */
export function zigzag(value: number): number {
  return value >= 0 ? 2 * value : -2 * value - 1;
}

/** The inverse of {@link zigzag}. */
export function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
