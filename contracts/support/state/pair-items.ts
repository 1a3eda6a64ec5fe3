import { isDeepStrictEqual } from 'node:util';

/** An item of a list before and after, as far as it is in both, and its index in the later list, or else the earlier. */
export interface ItemPair {
  readonly index: number;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Finds the items of a list again in a later answer. No page promises an order, so ambassadors and pivots are known by
 * their ids, and what is alike by being equal; the rest goes by its place.
 */
export function pairItems(before: readonly unknown[], after: readonly unknown[]): ItemPair[] {
  const left = new Map<string, number[]>();
  for (const [index, item] of after.entries()) left.set(idOf(item), [...(left.get(idOf(item)) ?? []), index]);
  const partners = new Map<number, number>();
  const take = (index: number, isPartner: (candidate: number) => boolean): void => {
    const candidates = left.get(idOf(before[index])) ?? [];
    const at = candidates.findIndex(isPartner);
    const [found] = at < 0 ? [] : candidates.splice(at, 1);
    if (found !== undefined) partners.set(index, found);
  };
  const open = (): number[] => [...before.keys()].filter((index) => !partners.has(index));
  for (const index of open()) take(index, (candidate) => isDeepStrictEqual(before[index], after[candidate]));
  for (const index of open()) take(index, (candidate) => candidate === index);
  for (const index of open()) take(index, () => true);
  return pairsOf(before, after, partners);
}

function pairsOf(
  before: readonly unknown[],
  after: readonly unknown[],
  partners: ReadonlyMap<number, number>,
): ItemPair[] {
  const taken = new Set(partners.values());
  const strangers = [...after.keys()].filter((index) => !taken.has(index));
  const pairs = before.map((item, index): ItemPair => {
    const partner = partners.get(index) ?? strangers.shift();
    if (partner === undefined) return { index, before: item, after: undefined };
    return { index: partner, before: item, after: after[partner] };
  });
  return [...pairs, ...strangers.map((index) => ({ index, before: undefined, after: after[index] }))];
}

/** What an item is known by; the same for all that have no ids. */
function idOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return '';
  const { id_ambassador, id_chatroom } = item as Record<string, unknown>;
  return JSON.stringify([id_ambassador, id_chatroom]);
}
