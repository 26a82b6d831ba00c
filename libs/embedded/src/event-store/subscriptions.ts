import { randomUUID } from 'node:crypto';
import { type Answer, Answers } from './answers.js';
import type { EventLog } from './event-log.js';
import { streamDeleted } from './failures.js';
import { type Matches, checkpointInterval, matcher } from './filter.js';
import { type ReadOptions, positionOf } from './protocol.js';
import { mustCombine, placeInAll, placeInStream } from './read-options.js';
import type { ReadingCall } from './reading-call.js';
import { type StoredEvent, TOMBSTONE_REVISION } from './stored-event.js';
import { firstReadable } from './stream-metadata.js';
import type { LiveEvent } from './tail.js';

/** How many events a subscription takes from the tail at a time. */
const PAGE = 256;

/**
 * A subscription is a place in the log and nothing else. Behind the tail it reads the table, within the tail memory,
 * at its end it waits: one loop, so the way from one to the other neither loses nor doubles an event.
 */
abstract class Subscription {
  /** Everything up to here was considered; -1 before anything was. */
  protected position = -1;
  private live = false;

  protected readonly answers: Answers;

  constructor(
    protected readonly call: ReadingCall,
    protected readonly log: EventLog,
    protected readonly options: ReadOptions,
  ) {
    this.answers = new Answers(log, options);
  }

  /** Runs until the reader has gone. */
  async run(): Promise<void> {
    await this.call.say({ confirmation: { id: randomUUID() } });
    await this.begin();
    while (!this.call.over) {
      const events = this.log.tail.after(this.position, PAGE);
      if (!events) {
        this.live = false;
        await this.catchUp();
        continue;
      }
      for (const live of events) {
        if (this.call.over) return;
        const behind = this.consider(live);
        if (behind) await behind;
      }
      await this.call.flush();
      if (events.length === 0) await this.wait();
    }
  }

  private async wait(): Promise<void> {
    if (!this.live) {
      this.live = true;
      await this.caughtUp();
      await this.call.say({ caughtUp: {} });
    }
    const { tail } = this.log;
    if (tail.end > this.position) return; // committed while that was said
    await this.call.until((committed) => tail.onCommit(committed));
  }

  /** Finds the place to start from. */
  protected abstract begin(): Promise<void>;
  /** Sends what the table holds after the place, and moves the place to where the tail can take over. */
  protected abstract catchUp(): Promise<void>;
  /** Moves the place to an event and sends it if it is wanted. A promise: the reader is behind, wait for it. */
  protected abstract consider(live: LiveEvent): Promise<void> | undefined;
  protected async caughtUp(): Promise<void> {}
}

class AllSubscription extends Subscription {
  private readonly matches: Matches;
  private readonly interval: number;
  private considered = 0;

  constructor(call: ReadingCall, log: EventLog, options: ReadOptions) {
    super(call, log, options);
    this.matches = matcher(options.filter);
    this.interval = options.filter ? checkpointInterval(options.filter) : Infinity;
  }

  protected async begin(): Promise<void> {
    const place = placeInAll(this.options.all!);
    this.position = place === 'end' ? this.log.tail.end : place === 'start' ? 0 : place;
  }

  protected async catchUp(): Promise<void> {
    const { end } = this.log.tail;
    const stretch = { first: this.position + 1, last: end };
    const pick = (event: StoredEvent): { position: number; response?: Answer } => ({
      position: event.position,
      response: this.matches(event) ? this.answers.of(event) : undefined,
    });
    for await (const page of this.log.reader.pages(stretch, pick)) {
      for (const { position, response } of page) {
        if (this.call.over) return;
        const behind = this.pass(position, response);
        if (behind) await behind;
      }
      await this.call.flush();
    }
    this.position = end;
  }

  protected consider(live: LiveEvent): Promise<void> | undefined {
    return this.pass(live.event.position, this.matches(live.event) ? this.answers.ofLive(live) : undefined);
  }

  private pass(position: number, response: Answer | undefined): Promise<void> | undefined {
    this.position = position;
    const behind = response && this.call.send(response);
    return ++this.considered < this.interval ? behind : this.checkpoint(behind);
  }

  protected override async caughtUp(): Promise<void> {
    if (this.options.filter && this.position > 0) await this.checkpoint();
  }

  private async checkpoint(behind?: Promise<void>): Promise<void> {
    this.considered = 0;
    await behind;
    await this.call.say({ checkpoint: positionOf(this.position) });
  }
}

class StreamSubscription extends Subscription {
  private readonly stream: string;
  private revision = -1;

  constructor(call: ReadingCall, log: EventLog, options: ReadOptions) {
    super(call, log, options);
    this.stream = String(options.stream!.stream?.name ?? '');
  }

  protected async begin(): Promise<void> {
    const place = placeInStream(this.options.stream!);
    const { end } = this.log.tail;
    const { last, tombstoned } = await this.log.stateOf(this.stream);
    if (tombstoned) throw streamDeleted(this.stream);
    if (typeof place === 'number') this.revision = place;
    if (place === 'end') [this.revision, this.position] = [last, end];
  }

  protected async catchUp(): Promise<void> {
    const { end } = this.log.tail; // asked before the state, which therefore holds all events up to it
    const { last, metadata, tombstoned } = await this.log.stateOf(this.stream);
    if (tombstoned) throw streamDeleted(this.stream);
    const since = metadata.maxAge === undefined ? 0 : Date.now() - metadata.maxAge * 1000;
    const first = Math.max(this.revision + 1, firstReadable(metadata, last));
    const pick = (event: StoredEvent): { revision: number; response?: Answer } => ({
      revision: event.revision,
      response: event.created >= since ? this.answers.of(event) : undefined,
    });
    for await (const page of this.log.reader.pages({ stream: this.stream, first, last }, pick)) {
      for (const { revision, response } of page) {
        if (this.call.over) return;
        const behind = response && this.call.send(response);
        if (behind) await behind;
        this.revision = revision;
      }
      await this.call.flush();
    }
    this.position = end;
  }

  protected consider(live: LiveEvent): Promise<void> | undefined {
    const { event } = live;
    this.position = event.position;
    if (event.stream !== this.stream || event.revision <= this.revision) return undefined;
    const behind = this.call.send(this.answers.ofLive(live));
    // The tombstone itself is the last that is heard; then the call fails, having sent what it holds.
    if (event.revision === TOMBSTONE_REVISION) throw streamDeleted(this.stream);
    this.revision = event.revision;
    return behind;
  }
}

/** Subscribes to a stream, or to all events with an optional filter, from after a place in it. */
export async function subscribe(call: ReadingCall, log: EventLog, options: ReadOptions): Promise<void> {
  mustCombine(options);
  const subscription = options.stream
    ? new StreamSubscription(call, log, options)
    : new AllSubscription(call, log, options);
  return subscription.run();
}
