import { isDeepStrictEqual } from 'node:util';

import { parseDateTime } from '../../../schemas/formats/date-time';
import { schemaProperties } from '../../obligations/schema-properties';
import { toPointer, valueAt } from '../judge/json-pointer';
import { pairItems } from './pair-items';

/** One place where two answers for the same chatroom differ. */
export interface Difference {
  /** JSON pointer into the chatroom. */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
  /** True: people who use the chatroom move it forward, so one difference alone proves nothing. */
  readonly moving: boolean;
  /** False: it is in a property that no page documents, which may follow anything. */
  readonly documented: boolean;
}

const documentedNames = new Set(schemaProperties('chatroom').map(({ path }) => path.at(-1)));

/** Properties that follow what people do, wherever they stand; a new summary does as well. */
const moving = new Set(['last_message_date', 'last_read_message']);

/**
 * Where two answers differ, innermost places only. Date-times are compared as instants. `online` is
 * derived from the clock and is left out, as is a last_action_date that does not move back.
 */
export function differences(
  before: unknown,
  after: unknown,
  pointer: readonly (string | number)[] = [],
): Difference[] {
  if (isDeepStrictEqual(before, after) || isSameInstant(before, after)) return [];
  const name = String(pointer.at(-1) ?? '');
  if (name === 'online' || (name === 'last_action_date' && !movesBack(before, after))) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    return pairItems(before, after).flatMap((pair) =>
      differences(pair.before, pair.after, [...pointer, pair.index]),
    );
  }
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    const found = [...keys].flatMap((key) =>
      differences(own(before, key), own(after, key), [...pointer, key]),
    );
    return isNewSummary(name, before, after) ? found.map((one) => ({ ...one, moving: true })) : found;
  }
  return [
    {
      pointer: toPointer(pointer),
      before,
      after,
      moving: moving.has(name) && movesForward(before, after),
      documented: pointer.every(
        (segment) => /^\d+$/.test(String(segment)) || documentedNames.has(String(segment)),
      ),
    },
  ];
}

/**
 * Differences that must not be there where a request is to change nothing.
 * @param sent a body whose properties count as well, documented or not: they may have been taken from it
 */
export function unwantedDifferences(before: unknown, after: unknown, sent: object = {}): Difference[] {
  const isSent = ({ pointer, after: now }: Difference): boolean =>
    Object.keys(sent).some((name) => pointer === toPointer([name])) ||
    (now !== undefined && isDeepStrictEqual(valueAt(sent, pointer), now));
  return differences(before, after).filter((one) => !one.moving && (one.documented || isSent(one)));
}

/** A property "constructor" that was added must not be held against the inherited one. */
function own(container: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(container, key) ? container[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A summary that was made anew, which nobody asks for, is later as a whole. */
function isNewSummary(
  name: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  return name === 'last_summary' && movesForward(before['date_insert'], after['date_insert']);
}

function isSameInstant(a: unknown, b: unknown): boolean {
  const [first, second] = [instantOf(a), instantOf(b)];
  return first !== undefined && first === second;
}

function movesForward(before: unknown, after: unknown): boolean {
  if (typeof before === 'number' && typeof after === 'number') return after > before;
  const [first, second] = [instantOf(before), instantOf(after)];
  return first !== undefined && second !== undefined && second > first;
}

/** Says nothing of what is no date-time, which is the schema's business. */
function movesBack(before: unknown, after: unknown): boolean {
  return movesForward(after, before);
}

function instantOf(value: unknown): bigint | undefined {
  return typeof value === 'string' ? parseDateTime(value)?.epochNanoseconds : undefined;
}
