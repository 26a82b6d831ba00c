// Load of two kinds: so many at once (each slot begins the next when its own is done), or so many a second.

/** Does `work` for each item, `inFlight` at once. Answers how long each took, in milliseconds. */
export async function atOnce(items, inFlight, work) {
  const took = [];
  const left = items[Symbol.iterator]();
  const slot = async () => {
    for (let next = left.next(); !next.done; next = left.next()) {
      const began = performance.now();
      await work(next.value);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, slot));
  return took;
}

/**
 * Begins `work` for each item at its own planned time, whatever became of those before: a slow answer holds up
 * nobody. Times count from the planned beginning, so that what waited in the sender counts too.
 */
export async function atRate(items, perSecond, work) {
  const took = [];
  const began = performance.now();
  const underWay = new Set();
  let planned = 0;
  for (const item of items) {
    const at = began + (planned++ * 1000) / perSecond;
    const early = at - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const one = work(item).then(() => took.push(performance.now() - at));
    underWay.add(one);
    void one.finally(() => underWay.delete(one)).catch(() => undefined);
  }
  await Promise.all(underWay);
  return took;
}
