import { parseHttpDate } from './http-date';

/**
 * How long a 429 asks to wait, in milliseconds: `Retry-After` holds seconds or an HTTP date. Undefined
 * where it is missing or neither.
 */
export function retryAfterMs(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1_000;
  const atMs = parseHttpDate(value);
  return atMs === undefined ? undefined : Math.max(0, atMs - nowMs);
}
