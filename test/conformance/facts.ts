import { randomUUID } from 'node:crypto';
import type { EventStore, NewFact, Position, RecordedFact, Subscription } from '@quittance/event-store';

/** Of the streams of these rules. */
export const OURS = 'conformance-';

/** A name nobody else has, and that no filter of Quittance takes: its facts are none of the trade. */
export function fresh(what = 'stream'): string {
  return `${OURS}${what}-${randomUUID()}`;
}

export function fact(type = 'Noted', data: Record<string, unknown> = {}, id: string = randomUUID()): NewFact {
  return { id, type, data, metadata: { commandId: 'c', actor: { id: 'ada', roles: ['clerk'] } } };
}

export function facts(count: number): NewFact[] {
  return Array.from({ length: count }, (_, i) => fact('Counted', { i }));
}

/** Everything of an iterable; only of what a test wrote itself. */
export async function all<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of iterable) found.push(one);
  return found;
}

export const ids = (of: readonly { id: string }[]): string[] => of.map(({ id }) => id);

/** Someone who listens, and can be waited for. */
export class Listener {
  readonly heard: RecordedFact[] = [];
  readonly checkpoints: Position[] = [];
  /** How many facts had been heard at each caughtUp. */
  readonly caughtUpAt: number[] = [];
  readonly endings: (Error | undefined)[] = [];
  private readonly subscription: Subscription;
  private readonly waiting = new Set<() => void>();

  constructor(
    store: EventStore,
    prefixes: readonly string[],
    after?: Position,
    onFact: (fact: RecordedFact) => void | Promise<void> = () => undefined,
  ) {
    this.subscription = store.subscribe(prefixes, after, {
      fact: async (fact) => {
        await onFact(fact);
        this.heard.push(fact);
        this.look();
      },
      checkpoint: (position) => {
        this.checkpoints.push(position);
        this.look();
      },
      caughtUp: () => {
        this.caughtUpAt.push(this.heard.length);
        this.look();
      },
      ended: (error) => {
        this.endings.push(error);
        this.look();
      },
    });
  }

  /** Settles once it holds; fails when the subscription ends before. Jest's time-out is the limit. */
  async until(holds: (self: this) => boolean): Promise<this> {
    while (!holds(this)) {
      if (this.endings.length > 0)
        throw new Error(`the subscription ended: ${this.endings[0]?.message ?? 'no error'}`);
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
      });
    }
    return this;
  }

  hears(count: number): Promise<this> {
    return this.until(({ heard }) => heard.length >= count);
  }

  catchesUp(): Promise<this> {
    return this.until(({ caughtUpAt }) => caughtUpAt.length > 0);
  }

  stop(): Promise<void> {
    return this.subscription.stop();
  }

  private look(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
