/** Draws numbers in [0, 1). */
export type Random = () => number;

/** A well mixed 32-bit integer from three integers: the same for the same input, on every machine. */
export function hash32(seed: number, index: number, stream: number): number {
  // Indexes above 2^32 keep their high part, so that a long run does not repeat itself.
  const high = Math.floor(index / 4_294_967_296);
  let h = mix(Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca77));
  h = mix(h ^ (index | 0));
  return mix(h ^ Math.imul(high + 1, 0xc2b2ae3d)) >>> 0;
}

/** A stream of numbers that depends on nothing but its three integers. */
export function randomStream(seed: number, index: number, stream: number): Random {
  let draw = 0;
  const start = hash32(seed, index, stream);
  return () => hash32(start, draw++, stream) / 4_294_967_296;
}

/** The finalizer of MurmurHash3. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
