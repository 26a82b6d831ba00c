import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedFact } from '@quittance/event-store';

/**
 * Milliseconds between the beginnings of two batches while facts come in company. A transaction costs the same for
 * one fact and for ten: at a few hundred facts a second this halves what projecting costs, and nobody sees it.
 */
const PACE = 8;

/**
 * Facts between the subscription and the tables. Bounded: when it is full, the subscription waits. While a batch
 * is written the next one gathers here, so batches grow with the load and a fact that comes alone does not wait.
 */
export class Intake {
  private facts: RecordedFact[] = [];
  private closed = false;
  private arrived: (() => void) | undefined;
  private room: (() => void)[] = [];
  /** The next batch does not begin before. */
  private notBefore = 0;

  constructor(private readonly limit: number) {}

  /** A promise when full: the giver waits for it. */
  offer(fact: RecordedFact): void | Promise<void> {
    if (this.closed) return;
    this.facts.push(fact);
    this.arrived?.();
    if (this.facts.length >= this.limit) return new Promise((resolve) => this.room.push(resolve));
  }

  /** Whether the giver is being held up. */
  get isFull(): boolean {
    return this.room.length > 0;
  }

  /** Waits for facts and takes at most so many, in order; none when closed. */
  async take(most: number): Promise<RecordedFact[]> {
    while (this.facts.length === 0 && !this.closed) {
      await new Promise<void>((resolve) => (this.arrived = resolve));
      this.arrived = undefined;
      // Facts of one append arrive in one turn of the loop: they go together.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const early = this.notBefore - performance.now();
    if (early >= 1 && this.facts.length < most && !this.closed) await delay(early);
    const taken = this.facts.splice(0, most);
    this.notBefore = taken.length > 1 ? performance.now() + PACE : 0;
    this.admit();
    return taken;
  }

  /** Drops what waits: it will be delivered again. */
  clear(): void {
    this.facts = [];
    this.admit();
  }

  close(): void {
    this.closed = true;
    this.clear();
    this.arrived?.();
  }

  private admit(): void {
    if (this.facts.length >= this.limit) return;
    for (const go of this.room.splice(0)) go();
  }
}
