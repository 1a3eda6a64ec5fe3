import type { SentRequest } from '../exchange/exchange';
import type { Room } from '../rooms';

const written = new Set<string>();
const taken = new Map<string, number>();

/** Remembers that a request with more than `{}` named a chatroom, whatever came of it. */
export function noteWritten({ url, body }: SentRequest): void {
  if (body !== '{}') written.add(chatroomIn(url));
}

/** Whether a request of this run could have changed a chatroom that it named. */
export function wasWritten({ chatroom }: Room): boolean {
  return written.has(String(chatroom));
}

/** Counts a request with more than `{}` that was not rejected: it may have changed the chatroom that it named. */
export function noteTaken({ url, body }: SentRequest): void {
  const named = chatroomIn(url);
  if (body !== '{}') taken.set(named, (taken.get(named) ?? 0) + 1);
}

/** How many of the requests to a chatroom may have changed it. */
export function timesTaken({ chatroom }: Room): number {
  return taken.get(String(chatroom)) ?? 0;
}

function chatroomIn(url: string): string {
  return new URL(url).pathname.split('/').pop() ?? '';
}
