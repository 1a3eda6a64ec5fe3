/** Lone surrogates cannot be written as UTF-8: they become replacement characters, as a decoder would have it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** How JSON.stringify writes a lone surrogate; behind a backslash that is itself escaped, it is text. */
const loneSurrogate = /(?<!\\)((?:\\\\)*)\\ud[89a-f][\da-f]{2}/g;

/**
 * JSON for the files of a run. A text that was cut inside of a character, or that the suite sent on purpose, may hold a lone
 * surrogate: JSON.stringify writes its escape, which jq and others refuse together with the whole file.
 */
export function wellFormedJson(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space).replace(loneSurrogate, '$1\ufffd');
}
