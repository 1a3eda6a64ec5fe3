import { parseDateTime, parseDocumentedForm } from '../../schemas/formats/date-time';
import type { PlannedRequest } from '../traffic/planned-request';
import type { Finding } from './finding';

const halfASecond = 500_000_000n;
const wholeSecond = 1_000_000_000n;

/** The promises of a 200 that tie it to its request, on the parsed body (policies 8 and 9). */
export function ownFindings(body: unknown, { chatroom, reads, value }: PlannedRequest): Finding[] {
  const room = asObject(body);
  const findings: Finding[] = [];
  if (room['id_chatroom'] !== chatroom) findings.push(ownId('/id_chatroom'));
  if (pivotsOf(room).some((pivot) => pivot['id_chatroom'] !== chatroom)) {
    findings.push(ownId('/ambassadors/*/chatroom_pivot_data/*/id_chatroom'));
  }
  if (!isOwnValue(room['established_dialogue'], value)) {
    const check = reads ? 'stored value' : 'own value';
    findings.push({ check, pointer: '/established_dialogue', cause: 'instant' });
  }
  return findings;
}

/**
 * True for the instant sent, in whatever offset. Digits below the second may be lost (a notice of the
 * contract specs, policy 9): values of different requests are at least a second apart.
 */
function isOwnValue(answered: unknown, sent: string): boolean {
  if (typeof answered !== 'string') return false;
  const expected = parseDateTime(sent);
  const actual = parseDateTime(answered) ?? parseDocumentedForm(answered);
  if (expected === undefined || actual === undefined) return false;
  const difference = actual.epochNanoseconds - expected.epochNanoseconds;
  if (difference === 0n) return true;
  const lostDigits = actual.epochNanoseconds % (wholeSecond / 100n) === 0n;
  return lostDigits && difference > -halfASecond && difference < halfASecond;
}

function pivotsOf(room: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  return asArray(room['ambassadors'])
    .flatMap((ambassador) => asArray(asObject(ambassador)['chatroom_pivot_data']))
    .map(asObject)
    .filter((pivot) => 'id_chatroom' in pivot);
}

function ownId(pointer: string): Finding {
  return { check: 'own id', pointer, cause: 'other id' };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
