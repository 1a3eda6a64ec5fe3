import type { LoadResult } from '../../schemas/generated/types';
import { plural } from '../text/numbers';

/** What a load run left changed, and what puts it back; empty where nothing is. */
export function notPutBack({ chatrooms, leftByShard = {} }: LoadResult): string[] {
  const shards = Object.entries(leftByShard);
  if (shards.length > 0) {
    const each = shards.map(([shard, left]) => `${plural(left, 'chatroom')} of shard ${shard}`);
    return [`not put back: ${each.join(', ')}; npm run restore with the folders of all shards tries again`];
  }
  if (chatrooms === undefined || chatrooms.left === 0) return [];
  return [
    `${plural(chatrooms.left, 'chatroom')} not put back; npm run restore with this run's folder tries again`,
  ];
}
