/** The first `length` characters, and how many more there were. Never splits a surrogate pair. */
export function cut(text: string, length: number): { text: string; omitted: number } {
  if (text.length <= length) return { text, omitted: 0 };
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(length - 1));
  const end = splitsPair ? length - 1 : length;
  return { text: text.slice(0, end), omitted: text.length - end };
}

/** One string for places without room for a note of its own. */
export function cutLine(text: string, length: number): string {
  const { text: start, omitted } = cut(text, length);
  return omitted === 0 ? start : `${start}…`;
}
