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
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  // Only then: what is still under way must not meet the next test.
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return results;
}
