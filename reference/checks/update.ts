import { parseDateTime, parseDocumentedForm, type Instant } from '../../schemas/formats/date-time';
import { unprocessable } from '../answers/answer';
import type { Check } from '../call';

/** What shall change? Fields that are read-only or not documented are ignored. */
export const checkUpdate: Check = (call) => {
  const update = parseObject(call.body);
  if (update === undefined) return unprocessable('body', 'The body must be a JSON object.');
  if (!('established_dialogue' in update)) return undefined;
  call.value = parseInstant(update['established_dialogue']);
  if (call.value !== undefined) return undefined;
  return unprocessable(
    'established_dialogue',
    'The established_dialogue must be a date-time, such as 2023-10-06T13:41:09.123Z.',
  );
};

/** The JSON object that a text holds; undefined for anything else. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function parseInstant(value: unknown): Instant | undefined {
  if (typeof value !== 'string') return undefined;
  return parseDateTime(value) ?? parseDocumentedForm(value);
}
