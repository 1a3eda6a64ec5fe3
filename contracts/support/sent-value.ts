import type { SentRequest } from './exchange/exchange';
import { parseJson } from './exchange/parse-json';

/** The text that a request set `established_dialogue` to; undefined where it set none. */
export function sentValue({ body }: SentRequest): string | undefined {
  const parsed = parseJson(body ?? '');
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return undefined;
  const value = (parsed.value as { established_dialogue?: unknown }).established_dialogue;
  return typeof value === 'string' ? value : undefined;
}
