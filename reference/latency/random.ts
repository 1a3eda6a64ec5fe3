/** Draws numbers above 0 and below 1. */
export type Random = () => number;

/** A stream of numbers that depends on nothing but its seed (a Weyl sequence under MurmurHash3's finalizer). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let x = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (((x ^ (x >>> 16)) >>> 0) + 0.5) / 2 ** 32;
  };
}
