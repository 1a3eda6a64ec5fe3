import type { TargetBrand } from '../../schemas/generated/types';

/** The brands and chatrooms that a store begins with: those of targets/reference.json. */
export const defaultBrands: readonly TargetBrand[] = [
  { id: 3, chatrooms: [301, 302, 303] },
  { id: 4, chatrooms: { from: 400, to: 419 } },
  { id: 5, chatrooms: { from: 5000, to: 5099 } },
];

/** The chatroom ids of a brand, listed. */
export function chatroomIds({ chatrooms }: TargetBrand): readonly number[] {
  if (Array.isArray(chatrooms)) return chatrooms;
  return Array.from({ length: chatrooms.to - chatrooms.from + 1 }, (_, index) => chatrooms.from + index);
}
