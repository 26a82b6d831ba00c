import { Batcher, wordsOf } from '@quittance/kernel';
import { Pool } from 'pg';
import type { Outcome, Write } from './batch.js';
import type { StreamState } from './expected-revision.js';
import { Heads } from './heads.js';
import type { NodeLog } from './node-log.js';
import { Protection } from './protection.js';
import { Reader } from './reader.js';
import { scavenge } from './scavenge.js';
import type { Tail } from './tail.js';
import { Writer } from './writer.js';

const SCAVENGE_EVERY = 60 * 60 * 1000;
/** Reads are short: one that waits longer for its turn is better told. */
const READERS = { max: 6, connectionTimeoutMillis: 20_000 };

/** What a log lets clients do. */
export interface LogRules {
  /** Prefixes of the names of streams that may be deleted, given metadata and scavenged; an empty one: all. */
  erasable: readonly string[];
  /** A write that is not stored by then is given up, whatever its client would wait; milliseconds. */
  writeLimit: number;
}

/** The log of one database: written by its one writer, read by a few connections beside it. */
export class EventLog {
  readonly reader: Reader;
  /** One query for the streams that are asked for at the same moment. */
  private readonly states: Batcher<string, StreamState>;
  private readonly scavenging: NodeJS.Timeout;

  private constructor(
    private readonly readers: Pool,
    private readonly heads: Heads,
    private readonly writer: Writer,
    private readonly protection: Protection,
    readonly writeLimit: number,
    private readonly log: NodeLog,
  ) {
    this.reader = new Reader(readers);
    this.states = new Batcher((streams) => heads.statesOf(readers, streams));
    this.scavenging = setInterval(() => {
      scavenge(readers, protection).catch((error: Error) =>
        log.warn(`event store: no scavenge: ${wordsOf(error)}`),
      );
    }, SCAVENGE_EVERY).unref();
  }

  /** @throws CannotStart when another node writes to this database, the error of pg when it cannot be reached */
  static async open(databaseUrl: string, log: NodeLog, rules: LogRules): Promise<EventLog> {
    const heads = new Heads();
    const protection = new Protection(rules.erasable);
    const writer = await Writer.open(databaseUrl, { heads, protection, log });
    const readers = new Pool({ connectionString: databaseUrl, ...READERS });
    // An idle connection went away, or a new one before its first use: the next read opens another.
    readers.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
    return new EventLog(readers, heads, writer, protection, rules.writeLimit, log);
  }

  get tail(): Tail {
    return this.writer.tail;
  }

  /** Whether so much waits to be stored that no more should be read from clients. */
  get busy(): boolean {
    return this.writer.queue.busy;
  }

  /** Calls once when there is room again. */
  onRoom(listener: () => void): void {
    this.writer.queue.onRoom(listener);
  }

  async append(write: Write): Promise<Outcome> {
    if (this.protection.refuses(write)) {
      this.log.warn(
        `event store: refused to ${write.kind === 'append' ? 'write' : write.kind} ${write.stream}`,
      );
      return { result: 'denied' };
    }
    const deadline = Math.min(write.deadline, Date.now() + this.writeLimit);
    return this.writer.append({ ...write, deadline });
  }

  /** Whether nothing more is written to a stream of facts that was deleted or cut. */
  get closesStreams(): boolean {
    return !this.protection.mayErase('');
  }

  /** A stream as the log ends. */
  async stateOf(stream: string): Promise<StreamState> {
    return this.heads.known(stream) ?? this.states.add(stream);
  }

  /** Stores and answers what waits; takes nothing more. */
  stopWriting(): Promise<void> {
    return this.writer.stop();
  }

  async close(): Promise<void> {
    clearInterval(this.scavenging);
    await this.writer.stop();
    await this.readers.end();
  }
}
