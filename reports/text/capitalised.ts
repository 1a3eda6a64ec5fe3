/** Words that begin a sentence; whatever else does may be a name, which stays as the API writes it. */
const beginnings = /^(?:a|all|an|brand|each|every|how|no|received|the|two)\b/;

/** A message as a heading. */
export function capitalised(text: string): string {
  return beginnings.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}
