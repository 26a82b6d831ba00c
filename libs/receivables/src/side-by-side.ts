/**
 * Works through a list, so many at a time: the next begins when one is done. A failure ends it once those in hand are done, and is
 * thrown then.
 */
export async function sideBySide<Item>(
  atOnce: number,
  items: IterableIterator<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let failed = false;
  const go = async (): Promise<void> => {
    for (const item of items) {
      if (failed) return;
      await work(item).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, go));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}
