import type { Client } from 'pg';
import { Batch, type Outcome, type Write } from './batch.js';
import { copyIn } from './copy.js';
import { EVENTS, endOfLog, writerConnection } from './database.js';
import type { Heads } from './heads.js';
import type { NodeLog } from './node-log.js';
import { RecentIds } from './recent-ids.js';
import { baseOf } from './stream-metadata.js';
import { storedAt } from './stored-at.js';
import { Tail } from './tail.js';

/** The most that one transaction stores, and that may wait: beyond it `busy` asks the callers to stop reading. */
const BATCH = { writes: 1_000, size: 8 * 1024 * 1024 };
const WAITING = 32 * 1024 * 1024;

interface Waiting {
  write: Write;
  answer: (outcome: Outcome) => void;
}

/**
 * The only writer of the log. Appends queue up; all that wait are decided in memory in their order and stored in one
 * transaction (group commit), so positions are dense and in commit order. Answered and published after the commit.
 *
 * When a commit fails nobody knows whether it happened: who waits hears `unavailable`, everything in memory is
 * forgotten, and a new connection reads the log's end again.
 */
export class Writer {
  readonly tail: Tail;
  private readonly recent = new RecentIds();
  private queue: Waiting[] = [];
  private flying: Waiting[] = [];
  private waitingSize = 0;
  private readonly forRoom = new Set<() => void>();
  private wake: () => void = () => undefined;
  private stopped = false;
  private connection?: Client;
  private lost = false;
  private created: number;
  private readonly done: Promise<void>;
  private readonly deadlines: NodeJS.Timeout;

  private constructor(
    private readonly databaseUrl: string,
    private readonly heads: Heads,
    private readonly log: NodeLog,
    first: Client,
    end: { position: number; created: number },
  ) {
    this.connection = first;
    this.watch(first);
    this.tail = new Tail(end.position);
    this.created = end.created;
    this.done = this.run();
    this.deadlines = setInterval(() => this.expire(), 250);
  }

  /** @throws CannotStart when another node writes to this database, the error of pg when it cannot be reached */
  static async open(databaseUrl: string, heads: Heads, log: NodeLog): Promise<Writer> {
    const connection = await writerConnection(databaseUrl, 3_000);
    return new Writer(databaseUrl, heads, log, connection, await endOfLog(connection));
  }

  /** Stores or refuses; resolves after the commit, or at the deadline. */
  append(write: Write): Promise<Outcome> {
    if (!this.connection || this.stopped) return Promise.resolve({ result: 'unavailable' });
    this.waitingSize += write.size;
    return new Promise((resolve) => {
      let open = true;
      const answer = (outcome: Outcome): void => {
        if (open) this.release(write.size);
        open = false;
        resolve(outcome);
      };
      this.queue.push({ write, answer });
      this.wake();
    });
  }

  /** Whether so much waits that no more should be read from clients. */
  get busy(): boolean {
    return this.waitingSize > WAITING;
  }

  /** Calls once when it no longer is. */
  onRoom(listener: () => void): void {
    this.forRoom.add(listener);
  }

  /** Stores what waits, then ends. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.done;
    clearInterval(this.deadlines);
  }

  private release(size: number): void {
    this.waitingSize -= size;
    if (this.busy || this.forRoom.size === 0) return;
    const listeners = [...this.forRoom];
    this.forRoom.clear();
    for (const listener of listeners) listener();
  }

  private async run(): Promise<void> {
    while (!this.stopped || this.queue.length > 0) {
      try {
        this.connection ??= await this.reconnect();
        await this.work(this.connection);
      } catch (error) {
        this.log.warn(`event store: ${(error as Error).message}; starting over`);
        this.fail();
        if (this.stopped) break;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
    const connection = this.connection;
    this.connection = undefined;
    await connection?.end().catch(() => undefined);
  }

  private async work(connection: Client): Promise<void> {
    for (;;) {
      if (this.queue.length === 0) {
        if (this.stopped) return;
        if (this.lost) throw new Error('the database closed the connection');
        await new Promise<void>((resolve) => (this.wake = resolve));
        await new Promise(setImmediate); // what arrived together is stored together
        continue;
      }
      await this.flush(connection, this.takeBatch());
    }
  }

  private takeBatch(): Waiting[] {
    let size = 0;
    let count = 0;
    while (count < this.queue.length && count < BATCH.writes && size < BATCH.size) {
      size += this.queue[count++]!.write.size;
    }
    this.flying = this.queue.slice(0, count);
    this.queue = this.queue.slice(count);
    return this.flying;
  }

  private async flush(connection: Client, waiting: Waiting[]): Promise<void> {
    const writes = waiting.map(({ write }) => write);
    const heads = await this.heads.load(connection, new Set(writes.map(({ stream }) => baseOf(stream))));
    const at = await storedAt(connection, writes, heads);
    const recently = this.recent.find.bind(this.recent);
    const created = Math.max(this.created, Date.now());
    const batch = new Batch({ heads, at, recently }, this.tail.end, created);
    const now = Date.now();
    const outcomes = writes.map((write): Outcome =>
      write.deadline <= now ? { result: 'timeout' } : batch.decide(write),
    );
    if (batch.events.length > 0) {
      await copyIn(connection, EVENTS, batch.events);
      this.created = created;
      this.heads.commit(batch.heads);
      this.recent.add(batch.events);
      this.tail.push(batch.events);
    }
    for (const [i, { answer }] of waiting.entries()) answer(outcomes[i]!);
    this.flying = [];
  }

  /** Answers what is late: refused if it still waits, of unknown outcome if it is being stored. */
  private expire(): void {
    const now = Date.now();
    for (const { write, answer } of this.flying) if (write.deadline <= now) answer({ result: 'timeout' });
    if (!this.queue.some(({ write }) => write.deadline <= now)) return;
    for (const { write, answer } of this.queue) if (write.deadline <= now) answer({ result: 'timeout' });
    this.queue = this.queue.filter(({ write }) => write.deadline > now);
  }

  private fail(): void {
    const connection = this.connection;
    this.connection = undefined;
    void connection?.end().catch(() => undefined);
    for (const { answer } of [...this.flying, ...this.queue]) answer({ result: 'unavailable' });
    this.flying = [];
    this.queue = [];
    this.heads.clear();
    this.recent.clear();
  }

  private watch(connection: Client): void {
    this.lost = false;
    connection.once('end', () => {
      this.lost = this.connection === connection;
      this.wake();
    });
  }

  private async reconnect(): Promise<Client> {
    const connection = await writerConnection(this.databaseUrl, 2_000);
    this.watch(connection);
    const { position, created } = await endOfLog(connection);
    this.created = Math.max(this.created, created);
    this.heads.clear();
    this.tail.restart(position);
    this.log.info(`event store: back at position ${position}`);
    return connection;
  }
}
