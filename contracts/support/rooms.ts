import type { TargetBrand } from '../../schemas/generated/types';
import { suite } from './suite';

/** A chatroom of the target, and the brand that it belongs to. */
export interface Room {
  readonly brand: number;
  readonly chatroom: number;
}

export function isSameRoom(one: Room, other: Room): boolean {
  return one.brand === other.brand && one.chatroom === other.chatroom;
}

const chatroomsTaken = 3;

/** Up to three chatrooms of a brand, neighbours where it has a range. */
function roomsOf({ id, chatrooms }: TargetBrand): Room[] {
  return firstOf(chatrooms, chatroomsTaken).map((chatroom) => ({ brand: id, chatroom }));
}

function firstOf(chatrooms: TargetBrand['chatrooms'], count: number): readonly number[] {
  if (Array.isArray(chatrooms)) return chatrooms.slice(0, count);
  const { from, to } = chatrooms;
  return Array.from({ length: Math.min(count, to - from + 1) }, (_, offset) => from + offset);
}

const roomsByBrand = suite.target.brands.map(roomsOf);
const [firstBrandRooms = []] = roomsByBrand;

/** The chatroom that most specs change: the first of the first brand. */
export const room: Room = firstBrandRooms[0] ?? { brand: 0, chatroom: 0 };

/** The first chatroom of every brand. */
export const roomOfEveryBrand: readonly Room[] = roomsByBrand.flatMap((rooms) => rooms.slice(0, 1));

/** Those of the next three brands: what holds for them and {@link room} is not the first brand's own way. */
export const roomsOfOtherBrands: readonly Room[] = roomOfEveryBrand.slice(1, 4);

/** A chatroom of another brand than {@link room}'s; undefined where the target has one brand. */
export const foreignRoom: Room | undefined = roomsByBrand.slice(1).flat()[0];

const listedAtMost = 24;

/** The chatrooms of a brand that are read once: its first, and its last. */
function listedOf({ id, chatrooms }: TargetBrand): Room[] {
  const most = Math.max(chatroomsTaken, Math.floor(listedAtMost / suite.target.brands.length));
  const last = Array.isArray(chatrooms) ? chatrooms.slice(-1) : [chatrooms.to];
  return [...new Set([...firstOf(chatrooms, most - 1), ...last])].map((chatroom) => ({
    brand: id,
    chatroom,
  }));
}

/** Every chatroom that the specs read but {@link room}, up to a number that no run gets slow by. */
export const otherRooms: readonly Room[] = suite.target.brands
  .flatMap(listedOf)
  .slice(0, listedAtMost * 2)
  .filter((one) => !isSameRoom(one, room));

/** Some of them, which are read around every kind of rejection. */
export const watchedRooms: readonly Room[] = roomsByBrand.flat().slice(1, 13);

/** Those of other brands than {@link room}'s. */
export const watchedOfOtherBrands = watchedRooms.filter(({ brand }) => brand !== room.brand);

/** Chatrooms that go beside {@link room} where requests are concurrent: its neighbours, and one of another brand. */
export const neighbourRooms: readonly Room[] = [
  ...firstBrandRooms.slice(1),
  ...(foreignRoom === undefined ? [] : [foreignRoom]),
];

/** Every chatroom that is written to. */
export const usedRooms: readonly Room[] = roomsByBrand.flat();

/**
 * A chatroom for the request of a number: {@link room}, and in turn one of another brand, since what is checked for one brand
 * alone must not pass. The first brand's others are left alone: some changes can be seen only once, and are looked for there.
 */
export function roomInTurn(index: number): Room {
  const other = watchedOfOtherBrands[(index >> 1) % watchedOfOtherBrands.length];
  return (index % 2 === 0 ? undefined : other) ?? room;
}

const brandsInTurn = 4;

/**
 * A chatroom for the value of a number: of each of the first brands in turn, {@link room} for the first of them. Values that
 * one brand alone treats in another way are seen, and go side by side.
 */
export function roomForValue(index: number): Room {
  const brands = roomsByBrand.slice(0, brandsInTurn);
  const [turn, round] = [index % brands.length, Math.floor(index / brands.length)];
  const rooms = turn === 0 ? [room] : (brands[turn] ?? []);
  return rooms[round % rooms.length] ?? room;
}

/** Those of a brand. */
export function usedRoomsOf(brand: number): readonly Room[] {
  return usedRooms.filter((one) => one.brand === brand);
}

/** The last chatroom of a room's brand that is used; the room itself where the brand has no other. */
export function lastRoomOf({ brand, chatroom }: Room): Room {
  return usedRoomsOf(brand).at(-1) ?? { brand, chatroom };
}
