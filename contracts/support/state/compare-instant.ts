import { parseDateTime, parseDocumentedForm } from '../../../schemas/formats/date-time';

/** How an answered date-time relates to the one that was sent. */
export type InstantComparison = 'same' | 'lost-digits' | 'different';

const second = 1_000_000_000n;

/**
 * Compares what was answered with what was sent, as instants (ledger entry 9). Digits below a second
 * may be cut or rounded away. Also reads the forms in between (ledger entry 10); what names no offset is UTC, as
 * the documented example is, which has a twin in UTC beside it (ledger entry 3).
 */
export function compareInstant(sent: string, answered: unknown): InstantComparison {
  const received = typeof answered === 'string' ? parseDateTime(answered)?.epochNanoseconds : undefined;
  const meant = instantMeant(sent);
  if (received === undefined || meant === undefined) return 'different';
  if (received === meant) return 'same';
  return losesDigits(meant, received) ? 'lost-digits' : 'different';
}

function instantMeant(sent: string): bigint | undefined {
  const normal = normalForm(sent);
  const instant =
    parseDateTime(sent) ?? parseDocumentedForm(sent) ?? parseDateTime(normal) ?? parseDateTime(`${normal}Z`);
  return instant?.epochNanoseconds;
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
