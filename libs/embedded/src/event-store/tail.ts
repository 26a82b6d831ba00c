import { readResponse } from './read-response.js';
import { type StoredEvent, sizeOf } from './stored-event.js';

/** A committed event in memory, encoded when the first subscriber wants it, once for all. */
export class LiveEvent {
  private encoded?: Buffer;
  constructor(readonly event: StoredEvent) {}

  get response(): Buffer {
    return (this.encoded ??= readResponse(this.event));
  }
}

/**
 * The last committed events, in bounded memory. A subscriber is a position and nothing else: while the tail reaches
 * back to it, it is served from here, otherwise from the table. So there is no hand-over that could lose or double an
 * event, and a slow subscriber takes no memory: it falls off the tail and reads the table again.
 */
export class Tail {
  private events: LiveEvent[] = [];
  private size = 0;
  private readonly listeners = new Set<() => void>();
  /** The tail holds every event after this position. */
  private from: number;

  constructor(
    private committed: number,
    private readonly max = { events: 4_096, size: 16 * 1024 * 1024 },
  ) {
    this.from = committed;
  }

  /** The position of the last committed event, 0 for an empty log. */
  get end(): number {
    return this.committed;
  }

  /** Takes over committed events, the next ones in order, and wakes who waits for them. */
  push(events: readonly StoredEvent[]): void {
    for (const event of events) {
      this.events.push(new LiveEvent(event));
      this.size += cost(event);
    }
    let gone = 0;
    while (this.events.length - gone > this.max.events || this.size > this.max.size) {
      this.size -= cost(this.events[gone++]!.event);
    }
    if (gone > 0) this.events = this.events.slice(gone);
    this.committed = events.at(-1)?.position ?? this.committed;
    this.from = this.committed - this.events.length;
    this.wake();
  }

  /** Begins again at a position after the log was read anew: what lies between is in the table only. */
  restart(end: number): void {
    this.events = [];
    this.size = 0;
    this.committed = this.from = end;
    this.wake();
  }

  /** The events after a position, oldest first; undefined when the tail does not reach back to it. */
  after(position: number, limit: number): readonly LiveEvent[] | undefined {
    if (position < this.from) return undefined;
    const start = position - this.from; // positions in the tail are dense
    return this.events.slice(start, start + limit);
  }

  /** Calls once when something is committed; answers how to stop listening. */
  onCommit(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private wake(): void {
    const listeners = [...this.listeners];
    this.listeners.clear();
    for (const listener of listeners) listener();
  }
}

const cost = (event: StoredEvent): number => sizeOf(event) + 500;
