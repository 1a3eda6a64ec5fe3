import type { TargetBrand } from '../../schemas/generated/types';

/** The chatrooms of one brand, by position: a range of a million ids takes no more memory than one of ten. */
export interface Rooms {
  readonly brand: number;
  readonly count: number;
  /** The chatroom id at a position from 0 to count - 1. */
  readonly idAt: (position: number) => number;
}

export function roomsOf({ id, chatrooms }: TargetBrand): Rooms {
  if ('from' in chatrooms) {
    const { from, to } = chatrooms;
    return { brand: id, count: to - from + 1, idAt: (position) => from + position };
  }
  return roomsOfList(id, chatrooms);
}

/** Reads ids from anything that is indexed like an array. */
export function roomsOfList(brand: number, ids: ArrayLike<number>): Rooms {
  return {
    brand,
    count: ids.length,
    idAt: (position) => {
      const id = ids[position];
      if (id === undefined) throw new RangeError(`brand ${brand} has no chatroom at position ${position}`);
      return id;
    },
  };
}

/** The first chatrooms only. */
export function firstRooms(rooms: Rooms, count: number): Rooms {
  return { ...rooms, count: Math.min(count, rooms.count) };
}

/** The last chatrooms only, from the end. */
export function lastRooms({ brand, count, idAt }: Rooms, wanted: number): Rooms {
  return { brand, count: Math.min(wanted, count), idAt: (position) => idAt(count - 1 - position) };
}
