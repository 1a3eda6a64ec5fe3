import { parseDateTime, parseDocumentedForm } from '../../../schemas/formats/date-time';

/** How an answered date-time relates to the one that was sent. */
export type InstantComparison = 'same' | 'lost-digits' | 'other-zone' | 'different';

const second = 1_000_000_000n;
const quarterHour = 900n * second;
const widestOffset = 14n * 3_600n * second;

/**
 * Compares what was answered with what was sent, as instants (ledger entry 9). Digits below a second
 * may be cut or rounded away. A text that carries no offset may have been read in another time zone
 * than UTC, by whole quarters of an hour.
 */
export function compareInstant(sent: string, answered: unknown): InstantComparison {
  const received = typeof answered === 'string' ? parseDateTime(answered)?.epochNanoseconds : undefined;
  const exact = parseDateTime(sent)?.epochNanoseconds;
  const expected = exact ?? withoutOffset(sent);
  if (received === undefined || expected === undefined) return 'different';
  if (received === expected) return 'same';
  if (losesDigits(expected, received)) return 'lost-digits';
  return exact === undefined && isOtherZone(expected, received) ? 'other-zone' : 'different';
}

/** Forms in between (ledger entry 10), read as UTC where they name no offset. */
function withoutOffset(sent: string): bigint | undefined {
  const documented = parseDocumentedForm(sent);
  if (documented !== undefined) return documented.epochNanoseconds;
  const normal = sent
    .trim()
    .replace(' ', 'T')
    .replace(',', '.')
    .replace(
      /([+-]\d{2}):?(\d{2})?$/,
      (_, hours: string, minutes: string | undefined) => `${hours}:${minutes ?? '00'}`,
    );
  return (parseDateTime(normal) ?? parseDateTime(`${normal}Z`))?.epochNanoseconds;
}

/** Whether the answer is what was sent, cut or rounded to some number of fraction digits. */
function losesDigits(expected: bigint, received: bigint): boolean {
  for (let unit = 10n; unit <= second; unit *= 10n) {
    const cut = floor(expected, unit);
    const rounded = floor(expected + unit / 2n, unit);
    if (received === cut || received === rounded) return true;
  }
  return false;
}

function floor(value: bigint, unit: bigint): bigint {
  const rest = ((value % unit) + unit) % unit;
  return value - rest;
}

function isOtherZone(expected: bigint, received: bigint): boolean {
  const shift = floor(received, second) - floor(expected, second);
  return shift % quarterHour === 0n && shift <= widestOffset && shift >= -widestOffset;
}
