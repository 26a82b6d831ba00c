import type { RecordedFact } from '@quittance/event-store';

/**
 * Milliseconds between the beginnings of two batches while facts come in company. A transaction costs the same for
 * one fact and for ten: at a few hundred facts a second 8 ms halve what projecting costs, and nobody sees it. An import
 * brings more, or the machine is busy: then the next batch gathers for longer, by the facts of the last one and
 * by the time it took, so that projecting leaves half of the time to others.
 */
const PACE = { least: 8, most: 200, aFact: 1.5, mostForFacts: 80, ofTime: 2 };

/** @param took milliseconds that a batch of so many facts took */
export function paceAfter(facts: number, took: number): number {
  if (facts <= 1) return 0;
  const forFacts = Math.min(PACE.mostForFacts, PACE.aFact * facts);
  return Math.min(PACE.most, Math.max(PACE.least, forFacts, PACE.ofTime * took));
}

/**
 * Facts between the subscription and the tables. Bounded: when it is full, the subscription waits. While a batch
 * is written the next one gathers here, so batches grow with the load and a fact that comes alone does not wait.
 */
export class InboundQueue {
  private facts: RecordedFact[] = [];
  private closed = false;
  private arrived: (() => void) | undefined;
  private room: (() => void)[] = [];
  /** The last batch: its facts, and when it began. */
  private last = { facts: 0, began: 0 };

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
    const { facts, began } = this.last;
    const notBefore = began + paceAfter(facts, performance.now() - began);
    while (this.facts.length === 0 && !this.closed) {
      await new Promise<void>((resolve) => (this.arrived = resolve));
      this.arrived = undefined;
      // Facts of one append arrive in one turn of the loop: they go together.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const early = notBefore - performance.now();
    if (early >= 1) await this.gather(most, early);
    const taken = this.facts.splice(0, most);
    this.last = { facts: taken.length, began: performance.now() };
    this.admit();
    return taken;
  }

  /** Until so many are there, the time is over, or it is closed. */
  private gather(most: number, milliseconds: number): Promise<void> | void {
    if (this.facts.length >= most || this.closed) return;
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.arrived = undefined;
        resolve();
      };
      const timer = setTimeout(go, milliseconds);
      this.arrived = () => {
        if (this.facts.length >= most || this.closed) go();
      };
    });
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
