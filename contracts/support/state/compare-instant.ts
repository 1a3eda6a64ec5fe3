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
  const meant = readSent(sent);
  if (received === undefined || meant === undefined) return 'different';
  if (received === meant.instant) return 'same';
  if (losesDigits(meant.instant, received)) return 'lost-digits';
  return !meant.hasOffset && isOtherZone(meant.instant, received) ? 'other-zone' : 'different';
}

interface SentInstant {
  readonly instant: bigint;
  readonly hasOffset: boolean;
}

/** Also reads the forms in between (ledger entry 10); as UTC where they name no offset. */
function readSent(sent: string): SentInstant | undefined {
  const normal = normalForm(sent);
  // The documented example has a twin in UTC beside it, so the documented form is UTC (ledger entry 3).
  const exact = parseDateTime(sent) ?? parseDocumentedForm(sent) ?? parseDateTime(normal);
  if (exact !== undefined) return { instant: exact.epochNanoseconds, hasOffset: true };
  const local = parseDateTime(`${normal}Z`);
  return local === undefined ? undefined : { instant: local.epochNanoseconds, hasOffset: false };
}

/** RFC 3339 of a form in between: `T` for a space, `+02:00` for `+0200` and `+02`. */
function normalForm(sent: string): string {
  return sent
    .trim()
    .replace(' ', 'T')
    .replace(',', '.')
    .replace(
      /([+-]\d{2}):?(\d{2})?$/,
      (_, hours: string, minutes: string | undefined) => `${hours}:${minutes ?? '00'}`,
    );
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
  const shift = floor(received - expected + quarterHour / 2n, quarterHour);
  if (shift === 0n || shift > widestOffset || shift < -widestOffset) return false;
  return received === expected + shift || losesDigits(expected + shift, received);
}
