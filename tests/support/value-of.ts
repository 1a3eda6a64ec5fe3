import type { Chatroom } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { sendPatch } from '../../scripts/target/send-patch';

/** The established_dialogue that a chatroom of a running embedded API has now. */
export async function valueOf(
  { target }: { readonly target: Target },
  { brand, chatroom }: { readonly brand: number; readonly chatroom: number },
): Promise<string> {
  const response = await sendPatch(target, { brand, chatroom, body: {} });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return (JSON.parse(Buffer.concat(chunks).toString()) as Chatroom).established_dialogue;
}
