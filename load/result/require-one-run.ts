import type { LoadResult } from '../../schemas/generated/types';
import { isLoopback } from '../run/loopback';

/** Thrown where results are not the shards of one run. */
export class MergeError extends Error {}

/** What all shards of a run have in common, and how to make it so. */
const inCommon: readonly {
  readonly name: string;
  readonly of: (result: LoadResult) => string | number | undefined;
  readonly advice: string;
}[] = [
  { name: 'target', of: ({ target }) => target.name, advice: 'name one --target' },
  { name: 'base URL', of: addressOf, advice: 'name one --target' },
  { name: 'profile', of: ({ profile }) => profile, advice: 'name one --profile' },
  { name: 'number of shards', of: ({ shard }) => shard?.count, advice: 'the N of --shard I/N is the same' },
  { name: 'seed', of: ({ seed }) => seed, advice: 'name one --seed, or none' },
];

/** Throws a {@link MergeError} that says what differs, and how to make it the same. */
export function requireOneRun(results: readonly LoadResult[]): void {
  for (const { name, of, advice } of inCommon) {
    const values = [...new Set(results.map((result) => of(result) ?? 'not told'))];
    if (values.length > 1)
      throw new MergeError(`the ${name} differs (${values.join(', ')}): ${advice} for all`);
  }
  if (new Set(results.map(({ traffic }) => JSON.stringify(traffic))).size > 1) {
    throw new MergeError(
      'the traffic differs: give all the same --rate, --duration, --popularity, chatrooms and LOAD_ variables',
    );
  }
  const seen = new Set<number>();
  for (const { shard, histograms, recording } of results) {
    if (histograms === undefined || recording === undefined)
      throw new MergeError('a result without histograms and recording cannot be merged');
    if (shard === undefined) continue;
    if (seen.has(shard.index)) throw new MergeError(`shard ${shard.index} is there more than once`);
    seen.add(shard.index);
  }
}

/** Without the port on a machine's own address: each shard may have had an embedded API of its own. */
function addressOf({ target: { baseUrl } }: LoadResult): string {
  const url = new URL(baseUrl);
  if (isLoopback(baseUrl)) url.port = '';
  return url.href;
}

/** What nobody can tell where each shard had a target of its own. */
export function ownTargetsText(results: readonly LoadResult[]): string[] {
  const baseUrls = [...new Set(results.map(({ target }) => target.baseUrl))];
  if (baseUrls.length < 2) return [];
  return [
    `how one target fares under all shards at once, because they had ${baseUrls.length}: ${baseUrls.join(', ')}`,
  ];
}
