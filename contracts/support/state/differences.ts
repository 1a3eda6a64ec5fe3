import { isDeepStrictEqual } from 'node:util';

import { parseDateTime } from '../../../schemas/formats/date-time';
import { toPointer } from '../judge/json-pointer';

/** One place where two answers for the same chatroom differ. */
export interface Difference {
  /** JSON pointer into the chatroom. */
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
  /** True: people who use the chatroom move it forward, so one difference alone proves nothing. */
  readonly moving: boolean;
}

/** Properties that follow what people do, wherever they stand. */
const moving = new Set(['last_message_date', 'last_read_message']);

/**
 * Where two answers differ, innermost places only. Date-times are compared as instants. `online` is
 * derived from the clock and is left out, as is a last_action_date that moves forward.
 */
export function differences(
  before: unknown,
  after: unknown,
  pointer: readonly (string | number)[] = [],
): Difference[] {
  if (isDeepStrictEqual(before, after) || isSameInstant(before, after)) return [];
  const name = String(pointer.at(-1) ?? '');
  if (name === 'online' || (name === 'last_action_date' && movesForward(before, after))) return [];
  if (isContainer(before) && isContainer(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => differences(own(before, key), own(after, key), [...pointer, key]));
  }
  return [
    { pointer: toPointer(pointer), before, after, moving: moving.has(name) && movesForward(before, after) },
  ];
}

/** A property "constructor" that was added must not be held against the inherited one. */
function own(container: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(container, key) ? container[key] : undefined;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
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

function instantOf(value: unknown): bigint | undefined {
  return typeof value === 'string' ? parseDateTime(value)?.epochNanoseconds : undefined;
}
