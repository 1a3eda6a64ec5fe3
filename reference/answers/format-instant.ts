import type { Instant } from '../../schemas/formats/date-time';

const nanosecondsPerSecond = 1_000_000_000n;
const nanosecondsPerMinute = 60n * nanosecondsPerSecond;
const firstOfYear0 = -62_167_219_200n * nanosecondsPerSecond;
const firstOfYear10000 = 253_402_300_800n * nanosecondsPerSecond;
const widestOffsetMinutes = 23 * 60 + 59;

/**
 * Writes an instant as RFC 3339, in UTC unless an offset is given: with six fraction digits, or nine
 * where the instant needs them.
 */
export function formatInstant(instant: Instant, offsetMinutes = offsetFor(instant)): string {
  const local = instant.epochNanoseconds + BigInt(offsetMinutes) * nanosecondsPerMinute;
  const remainder = local % nanosecondsPerSecond;
  const fraction = remainder < 0n ? remainder + nanosecondsPerSecond : remainder;
  const milliseconds = Number((local - fraction) / 1_000_000n);
  const text = new Date(milliseconds).toISOString().slice(0, 19);
  return `${text}.${fractionDigits(fraction)}${formatOffset(offsetMinutes)}`;
}

/** RFC 3339 has four digits for a year: an instant that leaves them in UTC is written with an offset. */
function offsetFor({ epochNanoseconds }: Instant): number {
  if (epochNanoseconds < firstOfYear0) return widestOffsetMinutes;
  return epochNanoseconds < firstOfYear10000 ? 0 : -widestOffsetMinutes;
}

function fractionDigits(nanoseconds: bigint): string {
  const digits = nanoseconds.toString().padStart(9, '0');
  return digits.endsWith('000') ? digits.slice(0, 6) : digits;
}

function formatOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  const part = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${part(size / 60)}:${part(size % 60)}`;
}
