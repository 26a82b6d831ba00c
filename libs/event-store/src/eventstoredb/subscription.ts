import {
  excludeSystemEvents,
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { StoreUnavailableError, type Subscription, type SubscriptionHandlers } from '../event-store.js';
import type { Position } from '../fact.js';
import { readFailure } from './errors.js';
import type { PositionAxis } from './moved-history.js';
import { recordedFact } from './recorded-fact.js';

/** A checkpoint comes at least every 16 x 32 events that the server looked at. */
const CHECKPOINT_INTERVAL = 16;

type Heard = AllStreamResolvedEvent | { checkpoint: Position } | { caughtUp: true };

/**
 * One filtered subscription to all streams. What the client calls back about (checkpoint, caught up) is put into its
 * stream, so that it is heard after the facts before it, and so that no handler runs inside the client, where a throw
 * ends the process. The client's stream is read one item at a time: a slow handler slows the server down.
 */
export class FactSubscription implements Subscription {
  private stopped = false;
  private source: AllStreamSubscription | undefined;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly prefixes: readonly string[],
    private readonly after: Position | undefined,
    private readonly handlers: SubscriptionHandlers,
    private readonly confirmWithin: number,
    private readonly axis: PositionAxis,
  ) {}

  private open(): AllStreamSubscription {
    const { prefixes, confirmWithin } = this;
    const how = {
      checkpointInterval: CHECKPOINT_INTERVAL,
      checkpointReached: (_: unknown, checkpoint: Position) => void source.push({ checkpoint }),
    };
    const filter =
      prefixes.length === 0
        ? excludeSystemEvents(how)
        : streamNameFilter({ ...how, prefixes: [...prefixes] });
    const fromPosition = this.axis.before(this.after) ?? START;
    const source = this.client.subscribeToAll({ fromPosition, filter });
    const unconfirmed = new StoreUnavailableError(
      `the subscription was not confirmed in ${confirmWithin} ms`,
    );
    const timer = setTimeout(() => source.destroy(unconfirmed), confirmWithin);
    source.once('confirmation', () => clearTimeout(timer));
    source.once('close', () => clearTimeout(timer));
    source.on('caughtUp', () => void source.push({ caughtUp: true }));
    source.on('error', () => undefined); // The loop hears it; one that comes later is of no interest.
    return source;
  }

  /** Delivers until the end; settles after `ended` was called or the subscription was stopped. */
  async run(): Promise<void> {
    let failure: Error | undefined;
    try {
      await this.axis.load();
      if (this.stopped) return;
      this.source = this.open();
      for await (const heard of this.source as AsyncIterable<Heard>) {
        if (this.stopped) return;
        try {
          const handling = this.deliver(heard);
          if (handling) await handling;
        } catch (error) {
          failure = error instanceof Error ? error : new Error(String(error));
          break;
        }
      }
    } catch (error) {
      failure = readFailure(error);
    } finally {
      this.hangUp();
    }
    if (!this.stopped) this.handlers.ended(failure);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.source?.destroy();
    this.hangUp();
  }

  private deliver(heard: Heard): void | Promise<void> {
    if ('checkpoint' in heard) return this.handlers.checkpoint?.(this.axis.answered(heard.checkpoint));
    if ('caughtUp' in heard) return this.handlers.caughtUp?.();
    const stored = recordedFact(heard);
    if (!stored) return;
    const fact = this.axis.shown(stored);
    return this.axis.isPassed(fact, this.after) ? undefined : this.handlers.fact(fact);
  }

  private hangUp(): void {
    this.source?.unsubscribe().catch(() => undefined);
  }
}
