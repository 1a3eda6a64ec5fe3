import type { Exchange } from './exchange/exchange';
import { sentValue } from './sent-value';

let accepted: Exchange[] = [];

/** Remembers an exchange whose request set a value, of those that went one by one. */
export function noteAccepted(exchange: Exchange): void {
  if (exchange.response?.status === 200 && sentValue(exchange.request) !== undefined) accepted.push(exchange);
}

/** What was accepted since the last time; given once, so that large answers are not kept for the whole run. */
export function takeAccepted(): readonly Exchange[] {
  const taken = accepted;
  accepted = [];
  return taken;
}
