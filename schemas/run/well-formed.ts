/** Lone surrogates cannot be written as UTF-8: they become replacement characters, as a decoder would have it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/**
 * JSON for the files of a run. A text that was cut inside of a character, or that the suite sent on purpose, may hold a lone
 * surrogate: JSON.stringify writes its escape, which jq and others refuse together with the whole file.
 */
export function wellFormedJson(value: unknown, space?: number): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? wellFormed(one) : one), space);
}
