import type { TargetBrand } from '../../schemas/generated/types';
import { suite } from './suite';

/** A chatroom of the target, and the brand that it belongs to. */
export interface Room {
  readonly brand: number;
  readonly chatroom: number;
}

const chatroomsTaken = 3;

/** Up to three chatrooms of a brand, neighbours where it has a range. */
function roomsOf({ id, chatrooms }: TargetBrand): Room[] {
  const ids = Array.isArray(chatrooms)
    ? chatrooms.slice(0, chatroomsTaken)
    : [0, 1, 2].map((offset) => chatrooms.from + offset).filter((one) => one <= chatrooms.to);
  return ids.map((chatroom) => ({ brand: id, chatroom }));
}

const roomsByBrand = suite.target.brands.map(roomsOf);
const [firstBrandRooms = []] = roomsByBrand;

/** The chatroom that most specs change: the first of the first brand. */
export const room: Room = firstBrandRooms[0] ?? { brand: 0, chatroom: 0 };

/** The first chatroom of every brand. */
export const roomOfEveryBrand: readonly Room[] = roomsByBrand.flatMap((rooms) => rooms.slice(0, 1));

/** A chatroom of another brand than {@link room}'s; undefined where the target has one brand. */
export const foreignRoom: Room | undefined = roomsByBrand.slice(1).flat()[0];

const listedAtMost = 24;

/** The chatrooms of a brand that are read once: its first, and its last. */
function listedOf({ id, chatrooms }: TargetBrand): Room[] {
  const most = Math.max(chatroomsTaken, Math.floor(listedAtMost / suite.target.brands.length));
  const first = Array.isArray(chatrooms)
    ? chatrooms.slice(0, most - 1)
    : Array.from({ length: most - 1 }, (_, offset) => chatrooms.from + offset);
  const last = Array.isArray(chatrooms) ? chatrooms.at(-1) : chatrooms.to;
  const ids = new Set([...first, ...(last === undefined ? [] : [last])]);
  return [...ids]
    .filter((one) => Array.isArray(chatrooms) || one <= chatrooms.to)
    .map((chatroom) => ({ brand: id, chatroom }));
}

/** Every chatroom that the specs read but {@link room}, up to a number that no run gets slow by. */
export const otherRooms: readonly Room[] = suite.target.brands
  .flatMap(listedOf)
  .slice(0, listedAtMost * 2)
  .filter(({ brand, chatroom }) => brand !== room.brand || chatroom !== room.chatroom);

/** Some of them, which are read around every kind of rejection. */
export const watchedRooms: readonly Room[] = roomsByBrand.flat().slice(1, 13);

/** Chatrooms that go beside {@link room} where requests are concurrent: its neighbours, and one of another brand. */
export const neighbourRooms: readonly Room[] = [
  ...firstBrandRooms.slice(1),
  ...(foreignRoom === undefined ? [] : [foreignRoom]),
];

/** The last chatroom of a room's brand that is used; the room itself where the brand has no other. */
export function lastRoomOf({ brand, chatroom }: Room): Room {
  const ofBrand = roomsByBrand.flat().filter((one) => one.brand === brand);
  return ofBrand.at(-1) ?? { brand, chatroom };
}
