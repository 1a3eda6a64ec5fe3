import type { Exchange } from './exchange';

/** Whether a request was refused with a 4xx: whatever else came of it may have changed its chatroom. */
export function isRejected({ response }: Exchange): boolean {
  const status = response?.status ?? 0;
  return status >= 400 && status < 500;
}
