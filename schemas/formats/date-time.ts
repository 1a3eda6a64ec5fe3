/** A point in time with the nine fraction digits that RFC 3339 texts commonly carry. */
export interface Instant {
  readonly epochNanoseconds: bigint;
}

const rfc3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const documentedForm = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})\.(\d{3})$/;

/**
 * Parses an RFC 3339 date-time, strictly (section 5.6, with the day limits of 5.7): `T` or `t`,
 * `Z`, `z` or an offset with a colon. A leap second is taken only where one can be: 23:59:60 UTC at
 * the end of a month. Returns undefined for anything else.
 */
export function parseDateTime(text: string): Instant | undefined {
  const match = rfc3339.exec(text);
  return match === null ? undefined : instantOf(match);
}

/**
 * Parses the form of the documented example, "2023-10-06 13:41:09.123" (policy 3), which carries
 * no offset and is read as UTC. Returns undefined for anything else.
 */
export function parseDocumentedForm(text: string): Instant | undefined {
  const match = documentedForm.exec(text);
  return match === null ? undefined : instantOf(match);
}

export function isDateTime(text: string): boolean {
  return parseDateTime(text) !== undefined;
}

export function isDocumentedForm(text: string): boolean {
  return parseDocumentedForm(text) !== undefined;
}

function instantOf(match: RegExpExecArray): Instant | undefined {
  const part = (index: number): number => Number(match[index] ?? 0);
  const [year, month, day] = [part(1), part(2), part(3)];
  const [hour, minute, second] = [part(4), part(5), part(6)];
  const [offsetHour, offsetMinute] = [part(9), part(10)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined;

  const sign = match[8] === '-' ? 1 : -1;
  const utcSeconds =
    daysSinceEpoch(year, month, day) * 86_400 +
    (hour + sign * offsetHour) * 3_600 +
    (minute + sign * offsetMinute) * 60 +
    second;
  if (second === 60 && !endsUtcMonth(utcSeconds)) return undefined;
  const nanoseconds = (match[7] ?? '').slice(0, 9).padEnd(9, '0');
  return { epochNanoseconds: BigInt(utcSeconds) * 1_000_000_000n + BigInt(nanoseconds) };
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function daysSinceEpoch(year: number, month: number, day: number): number {
  const date = new Date(0);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; setUTCFullYear takes them as they are.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}

/** A leap second of POSIX time falls on the first second of the next month. */
function endsUtcMonth(utcSeconds: number): boolean {
  const next = new Date(utcSeconds * 1_000);
  return (
    next.getUTCDate() === 1 &&
    next.getUTCHours() === 0 &&
    next.getUTCMinutes() === 0 &&
    next.getUTCSeconds() === 0
  );
}
