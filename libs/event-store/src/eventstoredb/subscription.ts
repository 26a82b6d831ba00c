import { StoreUnavailableError, type Subscription, type SubscriptionHandlers } from '../event-store.js';
import type { Position } from '../fact.js';
import type { Connection } from './connection.js';
import { readFailure } from './errors.js';
import { isFact, type Heard } from './heard.js';
import { StreamingCall } from './streaming-call.js';
import type { PositionAxis } from './moved-history.js';
import { subscription } from './read-request.js';

/**
 * One filtered subscription to all streams. What is heard is handled one at a time, in the server's order: a slow
 * handler slows the server down.
 */
export class FactSubscription implements Subscription {
  private stopped = false;
  private hearing: StreamingCall | undefined;
  private unconfirmed: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly prefixes: readonly string[],
    private readonly after: Position | undefined,
    private readonly handlers: SubscriptionHandlers,
    private readonly confirmWithin: number,
    private readonly axis: PositionAxis,
  ) {}

  /** Delivers until the end; settles after `ended` was called or the subscription was stopped. */
  async run(): Promise<void> {
    let failure: Error | undefined;
    try {
      await this.axis.load();
      if (this.stopped) return;
      const hearing = this.open();
      for (let heard = await hearing.next(); heard && !failure; heard = await hearing.next()) {
        failure = await this.handle(heard);
      }
    } catch (error) {
      failure = readFailure(error, '$all');
    } finally {
      this.hangUp();
    }
    if (!this.stopped) this.handlers.ended(failure);
  }

  /** What a handler threw; the end of hearing then. */
  private async handle(heard: readonly Heard[]): Promise<Error | undefined> {
    try {
      for (const one of heard) {
        if (this.stopped) return undefined;
        const handling = this.deliver(one);
        if (handling) await handling;
      }
      return undefined;
    } catch (error) {
      this.hangUp();
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.hangUp();
  }

  private open(): StreamingCall {
    const from = this.axis.before(this.after) ?? 'start';
    const hearing = new StreamingCall(this.connection, subscription(from, this.prefixes));
    const why = `the subscription was not confirmed in ${this.confirmWithin} ms`;
    this.unconfirmed = setTimeout(() => hearing.stop(new StoreUnavailableError(why)), this.confirmWithin);
    return (this.hearing = hearing);
  }

  private deliver({ event, checkpoint, caughtUp, confirmed }: Heard): void | Promise<void> {
    if (event) {
      if (!isFact(event)) return;
      const fact = this.axis.shown(event);
      return this.axis.isPassed(fact, this.after) ? undefined : this.handlers.fact(fact);
    }
    if (checkpoint) return this.handlers.checkpoint?.(this.axis.answered(checkpoint));
    if (caughtUp) return this.handlers.caughtUp?.();
    if (confirmed) clearTimeout(this.unconfirmed);
  }

  private hangUp(): void {
    clearTimeout(this.unconfirmed);
    this.hearing?.stop();
  }
}
