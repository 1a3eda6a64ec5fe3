import type { SentRequest } from '../exchange/exchange';
import type { Room } from '../rooms';

const written = new Set<string>();

/** Remembers that a request with more than `{}` named a chatroom, whatever came of it. */
export function noteWritten({ url, body }: SentRequest): void {
  if (body !== '{}') written.add(new URL(url).pathname.split('/').pop() ?? '');
}

/** Whether a request of this run could have changed a chatroom that it named. */
export function wasWritten({ chatroom }: Room): boolean {
  return written.has(String(chatroom));
}
