/** What no file of a run may show of an answer; names in lower case. */
export interface Redaction {
  readonly headers: readonly string[];
  /** JSON properties, at any depth of a body. */
  readonly fields: readonly string[];
}

/** Tokens and personal data that the API is known to send. A target file may name more, and not fewer. */
export const usualRedaction: Redaction = {
  headers: ['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key'],
  fields: ['email', 'email_tmp', 'customer_id', 'token', 'access_token', 'password'],
};

export const redacted = '[redacted]';

/** The usual redaction, and what a target file names beside it. */
export function redactionWith(more: Partial<Redaction> | undefined): Redaction {
  const merge = (usual: readonly string[], own: readonly string[] = []): string[] => [
    ...new Set([...usual, ...own.map((name) => name.toLowerCase())]),
  ];
  return {
    headers: merge(usualRedaction.headers, more?.headers),
    fields: merge(usualRedaction.fields, more?.fields),
  };
}

/**
 * A text with the values of redacted JSON properties blanked. Works on text, not on parsed JSON: excerpts are cut,
 * a provider may send anything, and what is left must stay as it was sent.
 */
export function redactFields(text: string, { fields }: Redaction): string {
  if (fields.length === 0) return text;
  const names = fields.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  // A backslash before the quotes: JSON inside a JSON string.
  const property = new RegExp(`(\\\\{0,3}")(?:${names})\\1\\s*:\\s*`, 'gi');
  let result = '';
  let from = 0;
  for (let match = property.exec(text); match !== null; match = property.exec(text)) {
    const start = property.lastIndex;
    const [name, quote = '"'] = match;
    const end = valueEnd(text, start, quote);
    result += text.slice(from, match.index) + name;
    result += isNothing(text.slice(start, end)) ? text.slice(start, end) : `${quote}${redacted}${quote}`;
    from = end;
    property.lastIndex = end;
  }
  return result + text.slice(from);
}

/** Headers with the values of redacted ones blanked. */
export function redactHeaders(
  headers: Readonly<Record<string, string>>,
  redaction: Redaction,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      redaction.headers.includes(name.toLowerCase()) ? redacted : value,
    ]),
  );
}

/** Whether a JSON pointer leads to, or into, a redacted property. */
export function isRedactedPlace(pointer: string | undefined, { fields }: Redaction): boolean {
  return pointer?.split('/').some((segment) => fields.includes(segment.toLowerCase())) === true;
}

/** A sentence about a redacted value, without the value: its kind stays, which is often what is wrong with it. */
export function redactValues(text: string): string {
  return (
    text
      .replace(/"(?:[^"\\]|\\.)*(?:"|…|$)/g, '[redacted text]')
      // Where it is stays: the segments of a pointer, and the chatroom and brand that a sentence names.
      .replace(/(?<![\w./-]|\bchatroom |\(brand )-?\d[\d.]*(?:e[+-]?\d+)?(?![\w-])/gi, '[redacted number]')
  );
}

function isNothing(value: string): boolean {
  return /^(?:null|true|false|)$/.test(value.trim());
}

/** Where a JSON value ends that begins at `start`; the end of the text, where it was cut. */
function valueEnd(text: string, start: number, quote: string): number {
  const first = text.charAt(start);
  if (first === '{' || first === '[') return containerEnd(text, start);
  if (text.startsWith(quote, start)) return stringEnd(text, start + quote.length, quote);
  const rest = /[,}\]\s]|$/g;
  rest.lastIndex = start;
  return rest.exec(text)?.index ?? text.length;
}

function stringEnd(text: string, start: number, quote: string): number {
  if (quote !== '"') {
    const end = text.indexOf(quote, start);
    return end === -1 ? text.length : end + quote.length;
  }
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '"') return index + 1;
  }
  return text.length;
}

function containerEnd(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') index = stringEnd(text, index + 1, '"') - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return text.length;
}
