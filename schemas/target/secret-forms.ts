const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** A shorter secret, or piece of one, would be found in any text by chance. */
export const shortestSecret = 8;

/**
 * The ways in which an answer may hold a secret: as it is, percent-encoded, and in base64, where what stands before it (as in
 * `user:secret`) decides between three forms. The longest come first. Pure JavaScript: k6 has no Buffer.
 */
export function secretForms(secret: string): string[] {
  if (secret === '') return [];
  const coded = [0, 1, 2].flatMap((bytesBefore) => {
    const form = base64Within(secret, bytesBefore);
    return [form, form.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const forms = [encodeURIComponent(secret), ...coded].filter(({ length }) => length >= shortestSecret);
  return [...new Set([secret, ...forms])].sort((one, other) => other.length - one.length);
}

/** The digits that are those of the secret alone, whatever stands around it. */
function base64Within(secret: string, bytesBefore: number): string {
  const bytes = [...Array.from({ length: bytesBefore }, () => 0), ...utf8Bytes(secret)];
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const first = Math.ceil((bytesBefore * 8) / 6);
  const count = Math.floor(bits.length / 6) - first;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const at = (first + index) * 6;
    return digits.charAt(Number.parseInt(bits.slice(at, at + 6), 2));
  }).join('');
}

function utf8Bytes(text: string): number[] {
  return [...encodeURIComponent(text).matchAll(/%([\dA-F]{2})|[^%]/g)].map(([whole, hex]) =>
    hex === undefined ? whole.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}
