/** Does something with each item, with at most so many under way at a time. The results are in the order of the items. */
export async function sideBySide<T, R>(
  items: readonly T[],
  lanes: number,
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await act(items[index] as T);
    }
  };
  await allEnded(Array.from({ length: lanes }, lane));
  return results;
}

/**
 * Resolves when all have ended, and rejects only then, with the reason of the first that did: what is still under way must
 * not meet the next test.
 */
export async function allEnded<Result>(promises: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
