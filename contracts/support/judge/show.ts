/** A value as a failure shows it: JSON, cut to a readable length; undefined is "absent". */
export function show(value: unknown, maxLength = 200): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)}…`;
}

/** The type of a JSON value in the words of JSON Schema. */
export function jsonType(value: unknown): string {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
