import { forbidden, notFound } from '../answers/answer';
import type { Check } from '../call';

/** Does the chatroom exist, and is it the brand's? */
export const checkChatroom: Check = (call) => {
  // Number() alone would read "", "1e2" and "0x12d" as integers too.
  const room = /^[1-9]\d{0,15}$/.test(call.id) ? call.store.rooms.get(Number(call.id)) : undefined;
  if (room === undefined) return notFound();
  if (room.brandId !== call.brandId) return forbidden();
  call.chatroom = room;
  return undefined;
};
