import { storable } from './append-size.js';
import {
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  mayForget,
  type Subscription,
  type SubscriptionHandlers,
} from './event-store.js';
import type { NewFact, Position, RecordedFact } from './fact.js';

/** Positions are not dense in a real store: nothing may come to rely on it here. */
const STEP = 100n;

/**
 * The event store's twin in memory, for pure specs: the same port and the same rules (test/conformance), nothing
 * kept. Facts pass through JSON as in a real store, so that what a spec reads is what was written, not a shared object.
 */
export function memoryEventStore(options: { now?: () => Date } = {}): EventStore {
  return new MemoryEventStore(options.now ?? (() => new Date()));
}

type Stored = Omit<RecordedFact, 'data' | 'metadata'> & { json: string; forgotten?: boolean };

class MemoryEventStore implements EventStore {
  private readonly log: Stored[] = [];
  private readonly streams = new Map<string, Stored[]>();
  private readonly subscriptions = new Set<MemorySubscription>();

  constructor(private readonly now: () => Date) {}

  async append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<AppendResult> {
    storable(stream, facts);
    const stored = this.streams.get(stream) ?? [];
    const next = expected === 'none' ? 0 : Number(expected) + 1;
    const already = stored.slice(next, next + facts.length);
    if (already.length === facts.length && already.every((fact, i) => fact.id === facts[i]?.id)) {
      return appended(already);
    }
    if (next !== stored.length) return { result: 'conflict', actual: stored.at(-1)?.revision ?? 'none' };
    const recordedAt = this.now();
    const added = facts.map(({ id, type, data, metadata }, i): Stored => {
      const at = BigInt(this.log.length + i + 1) * STEP;
      const revision = BigInt(next + i);
      const json = JSON.stringify({ data, metadata });
      return { stream, revision, position: { commit: at, prepare: at }, id, type, recordedAt, json };
    });
    this.log.push(...added);
    stored.push(...added);
    this.streams.set(stream, stored);
    for (const subscription of this.subscriptions) subscription.wake();
    return appended(added);
  }

  async *read(stream: string, from = 0n): AsyncIterable<RecordedFact> {
    for (const stored of (this.streams.get(stream) ?? []).slice(Number(from)))
      if (!stored.forgotten) yield recorded(stored);
  }

  async *readAll({ after, backwards = false, limit = Infinity }: Parameters<EventStore['readAll']>[0] = {}) {
    const found = (after ? this.log.slice(this.indexAfter(after)) : [...this.log]).filter(
      ({ forgotten }) => !forgotten,
    );
    if (backwards) found.reverse();
    for (const stored of found.slice(0, limit)) yield recorded(stored);
  }

  subscribe(
    prefixes: readonly string[],
    after: Position | undefined,
    handlers: SubscriptionHandlers,
  ): Subscription {
    const subscription = new MemorySubscription(
      this.log,
      (stream) => prefixes.length === 0 || prefixes.some((prefix) => stream.startsWith(prefix)),
      after ? this.indexAfter(after) : 0,
      handlers,
    );
    this.subscriptions.add(subscription);
    void subscription.run().finally(() => this.subscriptions.delete(subscription));
    return subscription;
  }

  async forget(stream: string, before: bigint): Promise<void> {
    if (!mayForget(stream)) throw new RangeError(`${stream} forgets nothing`);
    for (const stored of (this.streams.get(stream) ?? []).slice(0, Number(before))) stored.forgotten = true;
  }

  /** Nobody can touch a stream here. */
  async *touched(): AsyncGenerator<{ position: bigint }> {
    yield { position: this.log.at(-1)?.position.commit ?? 0n };
  }

  async end(): Promise<Position | undefined> {
    return this.log.findLast(({ forgotten }) => !forgotten)?.position;
  }

  async close(): Promise<void> {
    for (const subscription of this.subscriptions) await subscription.stop();
  }

  private indexAfter({ commit }: Position): number {
    return Math.min(Number(commit / STEP), this.log.length);
  }
}

class MemorySubscription implements Subscription {
  private stopped = false;
  wake: () => void = () => undefined;

  constructor(
    private readonly log: readonly Stored[],
    private readonly wanted: (stream: string) => boolean,
    private next: number,
    private readonly handlers: SubscriptionHandlers,
  ) {}

  async run(): Promise<void> {
    let caughtUp = false;
    try {
      await Promise.resolve(); // As over a network: never before the caller holds the subscription.
      while (!this.stopped) {
        const stored = this.log[this.next];
        if (stored) {
          this.next += 1;
          if (!stored.forgotten && this.wanted(stored.stream)) await this.handlers.fact(recorded(stored));
        } else if (!caughtUp) {
          caughtUp = true;
          const last = this.log.at(-1);
          if (last) this.handlers.checkpoint?.(last.position);
          this.handlers.caughtUp?.();
        } else {
          await new Promise<void>((resolve) => (this.wake = resolve));
        }
      }
    } catch (error) {
      if (!this.stopped) this.handlers.ended(error as Error);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
  }
}

function appended(facts: readonly Stored[]): AppendResult {
  const { revision, position } = facts[facts.length - 1]!;
  return { result: 'appended', revision, position };
}

function recorded({ json, forgotten: _, ...fact }: Stored): RecordedFact {
  return { ...fact, ...(JSON.parse(json) as Pick<RecordedFact, 'data' | 'metadata'>) };
}
