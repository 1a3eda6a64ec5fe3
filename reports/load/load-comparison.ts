import type { LoadViolation } from '../../schemas/generated/types';

/** What an answer under load had beside what it owed; null where the example does not show it. */
export function loadComparison(violation: LoadViolation): { received: string; documented: string } | null {
  const { check, message, pointer = '', example } = violation;
  const [, received, documented] =
    /^received (.+?)(?: for a valid request)?; documented (.+)$/.exec(message) ?? [];
  if (received !== undefined && documented !== undefined) return { received, documented };
  const keyword = check === 'schema' ? /\((\w+)\)$/.exec(message)?.[1] : undefined;
  if (keyword === 'required') return { received: 'absent', documented: 'present' };
  const owed = keyword !== undefined ? owedToKeyword[keyword] : example && owedOf(check, example.request);
  const value = valueAt(example?.response?.body, pointer);
  if (owed === undefined || value === null) return null;
  return { received: value, documented: owed };
}

/** What a schema asks for; its words are beyond the load's result. */
const owedToKeyword: Readonly<Record<string, string>> = {
  type: 'another type',
  enum: 'a documented code',
  format: 'a date-time (RFC 3339)',
};

/** The id is the one in the address; the value, the one that was sent. */
function owedOf(check: string, { url, body }: { url: string; body: string | null }): string | undefined {
  if (check === 'own id') return /\/(\d+)$/.exec(url)?.[1];
  if (check !== 'own value') return undefined;
  return valueAt(body ?? undefined, '/established_dialogue') ?? undefined;
}

/** The value as JSON, or "absent"; null where the text is no JSON, or was cut, or the pointer names no single place. */
function valueAt(text: string | undefined, pointer: string): string | null {
  try {
    if (pointer.includes('*')) return null;
    let value = JSON.parse(text ?? '') as unknown;
    for (const name of pointer.split('/').slice(1)) value = (value as Record<string, unknown>)[name];
    return value === undefined ? 'absent' : JSON.stringify(value);
  } catch {
    return null;
  }
}
