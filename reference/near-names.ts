const mostOffered = 5;

/** The names that a mistyped one may stand for, nearest first; at most five. */
export function nearNames(typed: string, names: readonly string[]): readonly string[] {
  return names
    .map((name) => ({ name, distance: nameDistance(typed, name) }))
    .filter(({ name, distance }) => distance <= Math.max(3, name.length / 2))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, mostOffered)
    .map(({ name }) => name);
}

/** A name that holds what was typed is near, however long it is. */
function nameDistance(typed: string, name: string): number {
  return name.includes(typed) && typed !== '' ? 0 : editDistance(typed, name);
}

/** Levenshtein's distance: insertions, deletions and replacements of one character. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, character] of Array.from(from).entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const replaced = (row[j] ?? 0) + (character === to[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
