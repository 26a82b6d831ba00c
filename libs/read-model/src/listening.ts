import type { EventStore, Position, RecordedFact, Subscription } from '@quittance/event-store';

export interface ListeningOptions {
  store: EventStore;
  /** Prefixes of the streams to hear. */
  streams: readonly string[];
  /** Where to go on from: asked at every new start. */
  from: () => Position | undefined;
  fact: (fact: RecordedFact) => void | Promise<void>;
  /** Before a new start: what was heard and not yet processed will come again. */
  again: () => void | Promise<void>;
  /** The subscription began to hear, or stopped hearing. */
  heard: (hears: boolean, why?: string) => void;
  /** The subscription is held up by us, not silent. */
  isHeldUp: () => boolean;
  /** Seconds without any fact or heartbeat after which a subscription counts as dead. Default 14. */
  silence?: number;
}

/**
 * Keeps one subscription alive. Its end is a failure, with or without an error, and so is silence: it starts
 * again from where processing is, after a pause that grows to five seconds while it keeps failing.
 */
export class Listening {
  private subscription: Subscription | undefined;
  private generation = 0;
  private failures = 0;
  private quiet = 0;
  private watch: NodeJS.Timeout | undefined;
  private pause: NodeJS.Timeout | undefined;

  constructor(private readonly options: ListeningOptions) {}

  start(): void {
    // Seconds are counted, not measured: a process that was stopped for an hour has not heard silence for one.
    this.watch = setInterval(() => {
      this.quiet = this.options.isHeldUp() ? 0 : this.quiet + 1;
      if (this.quiet >= (this.options.silence ?? 14)) void this.restart(`silent for ${this.quiet} s`);
    }, 1_000);
    this.subscribe();
  }

  async stop(): Promise<void> {
    this.generation += 1;
    clearInterval(this.watch);
    clearTimeout(this.pause);
    await this.subscription?.stop();
  }

  /** Ends the subscription and begins another one where processing is. */
  async restart(why: string): Promise<void> {
    const generation = ++this.generation;
    this.quiet = 0;
    this.options.heard(false, why);
    const pause = Math.min(5_000, 50 * 2 ** this.failures++);
    // A dead connection may not even end: what it still says belongs to an old generation and is not heard.
    void this.subscription?.stop().catch(() => undefined);
    this.subscription = undefined;
    await this.options.again();
    if (generation !== this.generation) return;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.subscribe(), pause);
  }

  private subscribe(): void {
    const generation = ++this.generation;
    const current = (): boolean => generation === this.generation;
    const hears = (): void => {
      this.failures = 0;
      this.options.heard(true);
    };
    let first = true;
    this.subscription = this.options.store.subscribe(this.options.streams, this.options.from(), {
      fact: (fact) => {
        if (!current()) return;
        if (first) hears();
        first = false;
        this.quiet = 0;
        return this.options.fact(fact);
      },
      caughtUp: () => current() && hears(),
      ended: (error) => {
        if (current()) void this.restart(error?.message ?? 'ended');
      },
    });
  }
}
