import { LRUCache } from 'lru-cache';

/** So many customers are remembered as registered; one that was forgotten is sent again, which changes nothing. */
const REMEMBERED = 50_000;

/** Sees that each customer is registered once, however many of its rows are under way. */
export class SeenCustomers<Result> {
  private readonly seen = new LRUCache<string, Promise<Result>>({ max: REMEMBERED });

  /**
   * Registers the customer where it was not yet seen; rows that come meanwhile wait for the same answer.
   * @param keep whether the answer makes the customer known; else the next row tries with its own
   * @returns the answer to the row that registered; undefined to all later ones
   */
  async once(
    id: string,
    register: () => Promise<Result>,
    keep: (result: Result) => boolean,
  ): Promise<Result | undefined> {
    const under = this.seen.get(id);
    if (under && keep(await under)) return undefined;
    const registering = register();
    this.seen.set(id, registering);
    try {
      const result = await registering;
      if (!keep(result)) this.forget(id, registering);
      return result;
    } catch (error) {
      this.forget(id, registering);
      throw error;
    }
  }

  private forget(id: string, registering: Promise<Result>): void {
    if (this.seen.peek(id) === registering) this.seen.delete(id);
  }
}
