import type { LoadViolation } from '../../schemas/generated/types';

/** What an answer under load had beside what it owed; null where the example does not show it. */
export function loadComparison(violation: LoadViolation): { received: string; documented: string } | null {
  const { check, message, pointer = '', example } = violation;
  const [, received, documented] =
    /^received (.+?)(?: for a valid request)?; documented (.+)$/.exec(message) ?? [];
  if (received !== undefined && documented !== undefined) return { received, documented };
  if (check === 'schema' && message.endsWith('(required)'))
    return { received: 'absent', documented: 'present' };
  const owed = example === undefined ? undefined : owedOf(check, example.request);
  const value = valueAt(example?.response?.body, pointer);
  if (owed === undefined || value === undefined) return null;
  return { received: JSON.stringify(value), documented: owed };
}

/** The id is the one in the address; the value, the one that was sent. */
function owedOf(check: string, { url, body }: { url: string; body: string | null }): string | undefined {
  if (check === 'own id') return /\/(\d+)$/.exec(url)?.[1];
  if (check !== 'own value') return undefined;
  const sent = valueAt(body ?? undefined, '/established_dialogue');
  return sent === undefined ? undefined : JSON.stringify(sent);
}

/** A body may be no JSON, or be cut; a pointer may name no single place. */
function valueAt(text: string | undefined, pointer: string): unknown {
  try {
    let value = JSON.parse(text ?? '') as unknown;
    for (const name of pointer.split('/').slice(1)) value = (value as Record<string, unknown>)[name];
    return value;
  } catch {
    return undefined;
  }
}
