import type { ChangedRoom } from '../../contracts/support/evidence/evidence-file';
import type { Target } from '../../schemas/target/target';
import { likelyCause } from '../target/likely-cause';
import { sendPatch, timeLimitMs } from '../target/send-patch';

/**
 * Gives chatrooms the value back that interrupted specs could not. Returns a line for each that was not
 * put back, with what to do by hand.
 */
export async function putBack(target: Target, rooms: readonly ChangedRoom[]): Promise<string[]> {
  const problems = await Promise.all(rooms.map((room) => putBackOne(target, room)));
  return problems.filter((problem) => problem !== undefined);
}

async function putBackOne(
  target: Target,
  { brand, chatroom, value }: ChangedRoom,
): Promise<string | undefined> {
  const place = `chatroom ${chatroom} of brand ${brand} was not put back; its established_dialogue was ${value}`;
  try {
    const response = await sendPatch(target, { brand, chatroom, body: { established_dialogue: value } });
    response.destroy();
    return response.statusCode === 200
      ? undefined
      : `${place}: the API answered ${String(response.statusCode)}`;
  } catch (error) {
    return `${place}: ${likelyCause(error, target.baseUrl, timeLimitMs)}`;
  }
}
