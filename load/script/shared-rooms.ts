import { SharedArray } from 'k6/data';

import type { TargetBrand } from '../../schemas/generated/types';
import { parseBrandList } from '../../schemas/target/brand-list';
import { roomsOf, roomsOfList, type Rooms } from '../traffic/rooms';

/** Lists up to this length are cheaper as arrays of each VU than as shared ones. */
const ownCopyLimit = 100;

/**
 * The chatrooms of all brands, parsed once for all VUs: long lists are shared, ranges are two numbers.
 * For k6's init stage only.
 */
export function sharedRooms(readText: () => string): Rooms[] {
  let parsed: TargetBrand[] | undefined;
  const brands = (): TargetBrand[] => (parsed ??= parseBrandList(readText()));

  const heads = new SharedArray('brands', () =>
    brands().map(({ id, chatrooms }) =>
      Array.isArray(chatrooms) && chatrooms.length > ownCopyLimit
        ? { id, listed: true, chatrooms: [] }
        : { id, listed: false, chatrooms },
    ),
  );
  return Array.from({ length: heads.length }, (_, index) => {
    const head = heads[index] as { id: number; listed: boolean } & TargetBrand;
    if (!head.listed) return roomsOf(head);
    const ids = new SharedArray(`chatrooms of brand ${index}`, () => {
      const { chatrooms } = brands()[index] ?? { chatrooms: [] };
      return Array.isArray(chatrooms) ? chatrooms : [];
    });
    return roomsOfList(head.id, ids);
  });
}
