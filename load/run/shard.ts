/** One part of a run that is spread over several processes; index counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads "I/N", such as 2/3. Throws an Error that names the accepted form. */
export function parseShard(text: string): Shard {
  const [, index, count] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (index === undefined || count === undefined || shard.index > shard.count) {
    throw new Error(`--shard "${text}" is not a shard; accepted: I/N with 1 <= I <= N, such as 2/3`);
  }
  return shard;
}

/** k6's flags for a shard: execution segments, which have no environment variable. */
export function shardArguments(shard: Shard | undefined): string[] {
  if (shard === undefined || shard.count === 1) return [];
  const { index, count } = shard;
  const edge = (at: number): string => (at === 0 ? '0' : at === count ? '1' : `${at}/${count}`);
  const edges = Array.from({ length: count + 1 }, (_, at) => edge(at));
  return [
    '--execution-segment',
    `${edge(index - 1)}:${edge(index)}`,
    '--execution-segment-sequence',
    edges.join(','),
  ];
}
