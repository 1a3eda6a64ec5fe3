/** A parsed JSON text, or why it does not parse. */
export type ParsedJson =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

let last: { readonly text: string; readonly parsed: ParsedJson } | undefined;

/** Several judges ask for the same text one after the other: they share its value, which nobody may change. */
export function parseJson(text: string): ParsedJson {
  if (last?.text !== text) last = { text, parsed: parse(text) };
  return last.parsed;
}

function parse(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, error: (error as Error).message };
  }
}
