/**
 * Reads an HTTP date (RFC 9110, section 5.6.7), as epoch milliseconds. Undefined for anything else:
 * Date.parse alone takes "-5" for a day in May.
 */
export function parseHttpDate(text: string): number | undefined {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return undefined;
  // The oldest of the three forms carries no zone, and means GMT as well.
  const atMs = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(atMs) ? undefined : atMs;
}
