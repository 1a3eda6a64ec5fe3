/** Draws numbers in [0, 1). */
export type Random = () => number;

const range = 4_294_967_296;
// k6's engine looks a property of a global up slowly, and this runs for every request.
const imul = Math.imul;

/**
 * A well mixed integer below 2^32 from a seed and an index (the finalizer of MurmurHash3): the same for the
 * same input, in every process and on every machine.
 */
export function hash32(seed: number, index: number): number {
  let x = imul(index ^ seed, 0x9e3779b1);
  x = imul(x ^ (x >>> 16), 0x85ebca6b);
  x = imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** The next integer below 2^32 after a well mixed one (xorshift32): cheaper than another hash. */
export function next32(previous: number): number {
  let x = previous;
  x ^= x << 13;
  x ^= x >>> 17;
  return (x ^ (x << 5)) >>> 0;
}

/** A share, 0 to 1, as a limit that an integer of the functions above is below with that probability. */
export function limitOf(share: number): number {
  return share * range;
}

/** A stream of numbers that depends on nothing but its start. */
export function randomStream(start: number): Random {
  let draw = 0;
  return () => hash32(start, ++draw) / range;
}
