import type { TargetBrand } from '../../schemas/generated/types';
import { chatroomIds } from './brands';
import { seedChatroom } from './seed-chatroom';
import type { StoredChatroom } from './stored-chatroom';

/** The data of one instance, in memory. */
export interface Store {
  readonly rooms: ReadonlyMap<number, StoredChatroom>;
  readonly brandIds: ReadonlySet<number>;
}

/** A fresh store with the seed data of the given brands. */
export function createStore(brands: readonly TargetBrand[]): Store {
  const rooms = brands.flatMap((brand) => chatroomIds(brand).map((id) => seedChatroom(id, brand.id)));
  return {
    rooms: new Map(rooms.map((room) => [room.id, room])),
    brandIds: new Set(brands.map(({ id }) => id)),
  };
}
