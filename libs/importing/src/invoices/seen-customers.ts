import { LRUCache } from 'lru-cache';

/** So many customers are remembered as known; one that was forgotten is found out again, which changes nothing. */
const REMEMBERED = 50_000;

/** Sees that each customer is found out about once, however many of its rows are under way. */
export class SeenCustomers<Result> {
  private readonly seen = new LRUCache<string, Promise<Result>>({ max: REMEMBERED });

  /**
   * Has the first row of a customer find out; rows that come meanwhile wait for what it finds.
   * @param keep whether the customer is known now; else the next row finds out itself
   * @returns what the row that found out came to; undefined to all later ones
   */
  async once(
    id: string,
    find: () => Promise<Result>,
    keep: (result: Result) => boolean,
  ): Promise<Result | undefined> {
    const under = this.seen.get(id);
    if (under && keep(await under)) return undefined;
    const finding = find();
    this.seen.set(id, finding);
    try {
      const result = await finding;
      if (!keep(result)) this.forget(id, finding);
      return result;
    } catch (error) {
      this.forget(id, finding);
      throw error;
    }
  }

  private forget(id: string, finding: Promise<Result>): void {
    if (this.seen.peek(id) === finding) this.seen.delete(id);
  }
}
