import { MAX_APPEND_BYTES, storable } from '../append-size.js';
import {
  mayForget,
  StoreUnavailableError,
  StreamDeletedError,
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type Subscription,
  type SubscriptionHandlers,
} from '../event-store.js';
import type { NewFact, Position, RecordedFact } from '../fact.js';
import { addressFor } from './addresses.js';
import { AppendLine } from './append-line.js';
import { Connection } from './connection.js';
import { readFailure } from './errors.js';
import { isFact } from './heard.js';
import { LET_PASS, received } from './streaming-call.js';
import { PositionAxis } from './moved-history.js';
import { readAll, readStream } from './read-request.js';
import { mustBeWhole } from './stream-metadata.js';
import { FactSubscription } from './subscription.js';
import { type Looked, touchedStreams } from './touched-streams.js';

export interface EventStoreOptions {
  /** How long an append may go unanswered before it counts as `unknown`; milliseconds, default 5,000. */
  appendTimeout?: number;
  /** How long a read or a new subscription may hear nothing; milliseconds, default 10,000. */
  readTimeout?: number;
  /** What the server takes in one append; bytes, default 1 MiB as the server's. */
  maxAppendBytes?: number;
  /** Positions as the store itself numbers them, and whatever state it is in: for who moves a history into it. */
  ownPositions?: boolean;
}

/**
 * The event store behind a connection string (`esdb://host:2113?tls=false`, `esdb+discover://...`). Connects on
 * the first call; an unreachable store shows then.
 * @throws RangeError when the url is no such string.
 */
export function connectEventStore(url: string, options: EventStoreOptions = {}): EventStore {
  return new ConnectedEventStore(url, { appendTimeout: 5_000, readTimeout: 10_000, ...options });
}

/** Facts of a stream that are asked for at first: most streams have no more. */
const FIRST_PAGE = 32;

class ConnectedEventStore implements EventStore {
  private line: AppendLine;
  readonly reader: Connection;
  readonly listener: Connection;
  private readonly axis: PositionAxis;
  private readonly subscriptions = new Set<FactSubscription>();
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly options: EventStoreOptions & { appendTimeout: number; readTimeout: number },
  ) {
    this.reader = new Connection(addressFor(url, 'reads'));
    this.line = this.newLine();
    this.listener = new Connection(addressFor(url, 'subscriptions'));
    const { readTimeout, appendTimeout, ownPositions } = options;
    this.axis = new PositionAxis(this.reader, Math.min(readTimeout, appendTimeout), ownPositions);
  }

  async append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<AppendResult> {
    this.mustBeOpen();
    const stored = storable(stream, facts, this.options.maxAppendBytes ?? MAX_APPEND_BYTES);
    try {
      await this.axis.load();
      this.mustBeOpen();
    } catch (error) {
      return { result: 'unknown', cause: error as Error }; // Not even sent.
    }
    const line = this.line;
    const done = await line.send(stream, stored, expected, this.options.appendTimeout);
    if (done.result === 'unknown') this.renew(line);
    if (done.result !== 'appended') return done;
    // A new stream that does not begin at 0 was deleted before: the server goes on with its numbers.
    if (expected === 'none' && done.revision !== BigInt(facts.length - 1))
      throw new StreamDeletedError(stream);
    return { ...done, position: this.axis.answered(done.position) };
  }

  async *read(stream: string, from = 0n): AsyncGenerator<RecordedFact, void, void> {
    this.mustBeOpen();
    await this.axis.load();
    let next = from;
    // In pages, so that little is left of a read that is left early: see `leave`.
    let page = FIRST_PAGE;
    for (let more = true; more; page = Math.min(4 * page, LET_PASS)) {
      let got = 0;
      const request = () => readStream(stream, next, { most: BigInt(page - got) });
      for await (const heard of received(this.reader, request, this.options.readTimeout, stream)) {
        for (const { event, notFound } of heard) {
          if (notFound) await this.mustBeWhole(stream);
          if (!event) continue;
          got += 1;
          // Facts that are missing were cut away by a deletion or by stream metadata: never done to a stream of facts.
          if (event.revision !== next && !mayForget(stream)) throw new StreamDeletedError(stream);
          next = event.revision + 1n;
          if (isFact(event)) yield this.axis.shown(event);
        }
      }
      more = got === page;
    }
  }

  async *readAll({
    after,
    backwards = false,
    limit = Infinity,
  }: Parameters<EventStore['readAll']>[0] = {}): AsyncGenerator<RecordedFact, void, void> {
    this.mustBeOpen();
    await this.axis.load();
    // A limited read asks for pages, as the server counts its own events too; an unlimited one is one long stream.
    const page = Number.isFinite(limit) ? limit + 32 : Number.MAX_SAFE_INTEGER;
    let left = limit;
    let last = backwards ? undefined : this.axis.before(after);
    for (let got = page; got === page && left > 0;) {
      got = 0;
      const request = () =>
        readAll(last ?? (backwards ? 'end' : 'start'), { backwards, most: BigInt(page - got) });
      for await (const heard of received(this.reader, request, this.options.readTimeout, '$all')) {
        for (const { event } of heard) {
          if (!event) continue;
          got += 1;
          if (last && !backwards && !isAfter(event.position, last)) continue;
          last = event.position;
          if (!isFact(event)) continue;
          const fact = this.axis.shown(event);
          if (backwards && after && !isAfter(fact.position, after)) return;
          if (this.axis.isPassed(fact, after)) continue;
          yield fact;
          left -= 1;
          if (left === 0) return;
        }
      }
    }
  }

  subscribe(
    prefixes: readonly string[],
    after: Position | undefined,
    handlers: SubscriptionHandlers,
  ): Subscription {
    this.mustBeOpen();
    const subscription = new FactSubscription(
      this.listener,
      prefixes,
      after,
      handlers,
      this.options.readTimeout,
      this.axis,
    );
    this.subscriptions.add(subscription);
    void subscription.run().finally(() => this.subscriptions.delete(subscription));
    return subscription;
  }

  async forget(stream: string, before: bigint): Promise<void> {
    this.mustBeOpen();
    if (!mayForget(stream)) throw new RangeError(`${stream} forgets nothing`);
    try {
      const { client } = this.reader;
      const { metadata } = await client.getStreamMetadata(stream);
      await client.setStreamMetadata(stream, { ...metadata, truncateBefore: Number(before) });
    } catch (error) {
      throw readFailure(error, stream);
    }
  }

  touched(prefixes: readonly string[], after?: bigint): AsyncGenerator<Looked, void, void> {
    this.mustBeOpen();
    const isOurs = (stream: string): boolean => prefixes.some((prefix) => stream.startsWith(prefix));
    return touchedStreams(this, isOurs, after, this.options.readTimeout);
  }

  async end(): Promise<Position | undefined> {
    for await (const fact of this.readAll({ backwards: true, limit: 1 })) return fact.position;
    return undefined;
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const subscription of this.subscriptions) await subscription.stop();
    await Promise.all([this.line.close(), this.reader.close(), this.listener.close()]);
  }

  private mustBeOpen(): void {
    if (this.closed) throw new StoreUnavailableError('the event store was closed');
  }

  private newLine(): AppendLine {
    return new AppendLine(addressFor(this.url, 'appends'), (stream) => this.mustBeWhole(stream));
  }

  /** @throws StreamDeletedError, StoreUnavailableError */
  private mustBeWhole(stream: string): Promise<void> {
    return mustBeWhole(this.reader, stream, this.options.readTimeout);
  }

  /** A line that left an append without an answer is not used again: the next one looks for its server anew. */
  private renew(line: AppendLine): void {
    if (this.line !== line || this.closed) return;
    this.line = this.newLine();
    void line.retire();
  }
}

function isAfter(a: Position, b: Position): boolean {
  return a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare);
}
