import chatroomSchema from '../../../schemas/chatroom/chatroom.schema.json';
import type { Exchange } from '../exchange/exchange';
import { parseJson } from '../exchange/parse-json';
import type { ChatroomState } from './known-state';

/** What has none of the documented properties is something else, such as a chatroom under a key `data`. */
function looksLikeChatroom(value: object): boolean {
  return Object.keys(chatroomSchema.properties).some((name) => Object.hasOwn(value, name));
}

/** The chatroom of a 200; undefined for every other answer. */
export function chatroomOf({ response }: Exchange): ChatroomState | undefined {
  if (response?.status !== 200) return undefined;
  const parsed = parseJson(response.text);
  const isObject =
    parsed.ok && typeof parsed.value === 'object' && parsed.value !== null && !Array.isArray(parsed.value);
  return isObject && looksLikeChatroom(parsed.value) ? parsed.value : undefined;
}
