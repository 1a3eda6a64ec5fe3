import type { SentRequest } from '../exchange/exchange';
import { sentValue } from '../sent-value';
import { compareInstant } from './compare-instant';

/** Whether a request set `established_dialogue` to a value, as an instant. */
export function hasSent(request: SentRequest, value: unknown): boolean {
  const sent = sentValue(request);
  return sent !== undefined && compareInstant(sent, value) === 'same';
}
