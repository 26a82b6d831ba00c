/**
 * Does the work for every item, at most so many at a time, and answers in the order of the items: hundreds begun in one
 * moment would hold up all that a process has to do besides.
 * @throws what the first work that fails throws, once what is under way has ended; no other begins
 */
export async function sideBySide<Item, Done>(
  most: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  const left = items.entries();
  let failed: { error: unknown } | undefined;
  const goOn = async (): Promise<void> => {
    for (const [i, item] of left) {
      if (failed) return;
      try {
        done[i] = await work(item);
      } catch (error) {
        failed ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, goOn));
  if (failed) throw failed.error;
  return done;
}
