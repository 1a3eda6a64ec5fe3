import { json } from 'node:stream/consumers';

import type { Chatroom } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { sendPatch } from '../../scripts/target/send-patch';

/** The established_dialogue that a chatroom of a running embedded API has now. */
export async function valueOf(
  { target }: { readonly target: Target },
  { brand, chatroom }: { readonly brand: number; readonly chatroom: number },
): Promise<string> {
  const room = (await sendPatch(target, { brand, chatroom, body: {} }, {}, json)) as Chatroom;
  return room.established_dialogue;
}
