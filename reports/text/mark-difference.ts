export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** Longer texts are compared by their ends only: the table of the comparison grows with the product of both. */
const longestComparison = 300;

/** Splits two texts into pieces that they share and pieces that differ, word by word. */
export function markDifference(
  received: string,
  documented: string,
): { received: Piece[]; documented: Piece[] } {
  const left = words(received);
  const right = words(documented);
  const common =
    left.length * right.length > longestComparison ** 2 ? sharedEnds(left, right) : shared(left, right);
  if (received !== documented && !isAlike(received, documented, left, common)) {
    const nothing = new Set<number>();
    return { received: pieces(left, nothing), documented: pieces(right, nothing) };
  }
  return { received: pieces(left, common.left), documented: pieces(right, common.right) };
}

/** A digit that a value and a sentence about it have in common is no likeness. */
function isAlike(received: string, documented: string, left: readonly string[], common: Common): boolean {
  const shares = [...common.left].reduce((sum, index) => sum + (left[index]?.trim().length ?? 0), 0);
  return shares * 4 >= Math.max(received.length, documented.length);
}

interface Common {
  /** Indices of the words that both have, on either side. */
  readonly left: Set<number>;
  readonly right: Set<number>;
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}_.+-]+|\s+|[^\p{L}\p{N}_.+\s-]/gu) ?? [];
}

/** The longest common subsequence of words. */
function shared(left: string[], right: string[]): Common {
  const lengths = left.map(() => new Array<number>(right.length).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] ?? [];
    for (let j = right.length - 1; j >= 0; j -= 1) {
      row[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common: Common = { left: new Set(), right: new Set() };
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) {
      common.left.add(i++);
      common.right.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

function sharedEnds(left: string[], right: string[]): Common {
  const common: Common = { left: new Set(), right: new Set() };
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) {
    common.left.add(start);
    common.right.add(start++);
  }
  for (let end = 1; end <= shorter - start && left.at(-end) === right.at(-end); end += 1) {
    common.left.add(left.length - end);
    common.right.add(right.length - end);
  }
  return common;
}

/** Joins neighbours of one kind; blanks between two differing words differ with them. */
function pieces(list: string[], common: Set<number>): Piece[] {
  const result: Piece[] = [];
  list.forEach((text, index) => {
    const between = /^\s+$/.test(text) && index > 0 && index < list.length - 1;
    const differs = between ? !common.has(index - 1) && !common.has(index + 1) : !common.has(index);
    const last = result.at(-1);
    if (last?.differs === differs) result[result.length - 1] = { text: last.text + text, differs };
    else result.push({ text, differs });
  });
  return result;
}
