import { wordsOf } from '@quittance/kernel';
import type { Client } from 'pg';
import { AppendQueue } from './append-queue.js';
import { Batch, type Outcome, type Write } from './batch.js';
import { copyIn } from './copy.js';
import { EVENTS, endOfLog, writerConnection } from './database.js';
import type { Heads } from './heads.js';
import type { NodeLog } from './node-log.js';
import type { Protection } from './protection.js';
import { RecentIds } from './recent-ids.js';
import { storedAt } from './stored-at.js';
import { baseOf } from './stream-metadata.js';
import { Tail } from './tail.js';

/** How long a connection that was just killed may go on holding the lock, in milliseconds. */
const PATIENCE = 3_000;
const BEFORE_RETRY = 200;
const DEADLINES_EVERY = 250;

interface WriterParts {
  heads: Heads;
  protection: Protection;
  log: NodeLog;
}

/**
 * The only writer of the log. Appends queue up; all that wait are decided in memory in their order and stored in one
 * transaction (group commit), so positions are dense and in commit order. Answered and published after the commit.
 *
 * When a commit fails nobody knows whether it happened: who waits hears `unavailable`, everything in memory is
 * forgotten, and a new connection, which holds the lock and so comes after the old one's end, reads the log's end.
 */
export class Writer {
  readonly tail: Tail;
  readonly queue = new AppendQueue(() => this.wake());
  private readonly recent = new RecentIds();
  private connection?: Client;
  /** The connection ended while nothing was written. */
  private lost = false;
  private stopped = false;
  private wake: () => void = () => undefined;
  private created: number;
  private readonly done: Promise<void>;

  private constructor(
    private readonly databaseUrl: string,
    private readonly parts: WriterParts,
    first: Client,
    end: { position: number; created: number },
  ) {
    this.connection = this.watched(first);
    this.tail = new Tail(end.position);
    this.created = end.created;
    this.done = this.run();
  }

  /** @throws CannotStart when another node writes to this database, the error of pg when it cannot be reached */
  static async open(databaseUrl: string, parts: WriterParts): Promise<Writer> {
    const connection = await writerConnection(databaseUrl, PATIENCE);
    return new Writer(databaseUrl, parts, connection, await endOfLog(connection));
  }

  /** Stores or refuses; resolves after the commit, or at the deadline. */
  append(write: Write): Promise<Outcome> {
    if (!this.connection || this.stopped) return Promise.resolve({ result: 'unavailable' });
    return this.queue.add(write);
  }

  /** Stores what waits, then ends. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.done;
  }

  private async run(): Promise<void> {
    const deadlines = setInterval(() => this.queue.expire(), DEADLINES_EVERY);
    while (!this.stopped || !this.queue.isEmpty) {
      try {
        this.connection ??= await this.reconnect();
        await this.work(this.connection);
      } catch (error) {
        this.parts.log.warn(`event store: ${wordsOf(error)}; starting over`);
        this.forget();
        if (!this.stopped) await new Promise((resolve) => setTimeout(resolve, BEFORE_RETRY));
      }
    }
    clearInterval(deadlines);
    const { connection } = this;
    this.connection = undefined;
    await connection?.end().catch(() => undefined);
  }

  private async work(connection: Client): Promise<void> {
    for (;;) {
      if (!this.queue.isEmpty) await this.storeBatch(connection);
      else if (this.stopped) return;
      else if (this.lost) throw new Error('the database closed the connection');
      else {
        await new Promise<void>((resolve) => (this.wake = resolve));
        await new Promise(setImmediate); // what arrived together is stored together
      }
    }
  }

  private async storeBatch(connection: Client): Promise<void> {
    const waiting = this.queue.take();
    const writes = waiting.map(({ write }) => write);
    const heads = await this.parts.heads.load(
      connection,
      new Set(writes.map(({ stream }) => baseOf(stream))),
    );
    const at = await storedAt(connection, writes, heads);
    const recently = this.recent.find.bind(this.recent);
    const now = Date.now();
    const created = Math.max(this.created, now);
    const batch = new Batch({ heads, at, recently }, this.tail.end, created, this.parts.protection);
    const outcomes = writes.map((write): Outcome =>
      write.deadline <= now ? { result: 'timeout' } : batch.decide(write),
    );
    if (batch.events.length > 0) {
      await copyIn(connection, EVENTS, batch.events);
      this.created = created;
      this.parts.heads.commit(batch.heads);
      this.recent.add(batch.events);
      this.tail.push(batch.events);
    }
    for (const [i, { answer }] of waiting.entries()) answer(outcomes[i]!);
  }

  private forget(): void {
    const { connection } = this;
    this.connection = undefined;
    void connection?.end().catch(() => undefined);
    this.parts.heads.clear();
    this.recent.clear();
    this.queue.giveUp();
  }

  private async reconnect(): Promise<Client> {
    const connection = this.watched(await writerConnection(this.databaseUrl, PATIENCE));
    const { position, created } = await endOfLog(connection);
    this.created = Math.max(this.created, created);
    this.parts.heads.clear();
    this.tail.restart(position);
    this.parts.log.info(`event store: back at position ${position}`);
    return connection;
  }

  private watched(connection: Client): Client {
    this.lost = false;
    connection.once('end', () => {
      this.lost = this.connection === connection;
      this.wake();
    });
    return connection;
  }
}
