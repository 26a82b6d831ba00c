import {
  excludeSystemEvents,
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { StoreUnavailableError, type Subscription, type SubscriptionHandlers } from '../event-store.js';
import type { Position } from '../fact.js';
import { readFailure } from './errors.js';
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
  private readonly source;

  constructor(
    client: EventStoreDBClient,
    prefixes: readonly string[],
    after: Position | undefined,
    private readonly handlers: SubscriptionHandlers,
    confirmWithin: number,
  ) {
    const how = {
      checkpointInterval: CHECKPOINT_INTERVAL,
      checkpointReached: (_: unknown, checkpoint: Position) => void this.source.push({ checkpoint }),
    };
    const filter =
      prefixes.length === 0
        ? excludeSystemEvents(how)
        : streamNameFilter({ ...how, prefixes: [...prefixes] });
    this.source = client.subscribeToAll({ fromPosition: after ?? START, filter });
    const unconfirmed = new StoreUnavailableError(
      `the subscription was not confirmed in ${confirmWithin} ms`,
    );
    const timer = setTimeout(() => this.source.destroy(unconfirmed), confirmWithin);
    this.source.once('confirmation', () => clearTimeout(timer));
    this.source.once('close', () => clearTimeout(timer));
    this.source.on('caughtUp', () => void this.source.push({ caughtUp: true }));
    this.source.on('error', () => undefined); // The loop hears it; one that comes later is of no interest.
  }

  /** Delivers until the end; settles after `ended` was called or the subscription was stopped. */
  async run(): Promise<void> {
    let failure: Error | undefined;
    try {
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
    this.source.destroy();
    this.hangUp();
  }

  private deliver(heard: Heard): void | Promise<void> {
    if ('checkpoint' in heard) return this.handlers.checkpoint?.(heard.checkpoint);
    if ('caughtUp' in heard) return this.handlers.caughtUp?.();
    const fact = recordedFact(heard);
    return fact && this.handlers.fact(fact);
  }

  private hangUp(): void {
    this.source.unsubscribe().catch(() => undefined);
  }
}
