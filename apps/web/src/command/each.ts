/** Commands on their way at once. */
const AT_ONCE = 6;

/**
 * Does the same with each thing, six at a time, in their order.
 * @param signal begins no other once it is aborted; what is on its way comes to its end
 */
export async function each<Thing>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const left = [...things];
  const hand = async (): Promise<void> => {
    for (let thing = left.shift(); thing !== undefined && !signal.aborted; thing = left.shift())
      await work(thing);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}
