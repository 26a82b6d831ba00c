import type { NewFact } from '@quittance/event-store';
import type { Client } from 'pg';
import { copyIn } from '../../../libs/embedded/src/event-store/copy.js';
import { endOfLog, EVENTS, writerConnection } from '../../../libs/embedded/src/event-store/database.js';
import { type StoredEvent, uuidBytes } from '../../../libs/embedded/src/event-store/stored-event.js';

/** Events in one COPY. */
const PAGE = 2_000;

/**
 * The log of a node that does not run, to put a long history into: as many facts a second as PostgreSQL takes, not as
 * a node commits. While it is open it holds the node's lock: none can start.
 */
export class LogAtRest {
  private waiting: StoredEvent[] = [];
  private stored: Promise<void> = Promise.resolve();

  private constructor(
    private readonly client: Client,
    private position: number,
  ) {}

  static async open(eventsDatabaseUrl: string): Promise<LogAtRest> {
    const client = await writerConnection(eventsDatabaseUrl, 10_000);
    return new LogAtRest(client, (await endOfLog(client)).position);
  }

  /** Facts that follow the revision, which nobody checks. They are stored when `close` has resolved. */
  async append(stream: string, last: bigint | 'none', facts: readonly NewFact[]): Promise<void> {
    let revision = last === 'none' ? 0 : Number(last) + 1;
    for (const { id, type, data, metadata } of facts) {
      this.waiting.push({
        position: (this.position += 1),
        stream,
        revision: revision++,
        id: uuidBytes(id)!,
        type,
        json: true,
        data: Buffer.from(JSON.stringify(data)),
        metadata: Buffer.from(JSON.stringify(metadata)),
        created: Date.now(),
      });
    }
    if (this.waiting.length >= PAGE) this.store();
    await this.stored;
  }

  async close(): Promise<void> {
    this.store();
    await this.stored;
    await this.client.end();
  }

  private store(): void {
    const page = this.waiting;
    this.waiting = [];
    this.stored = this.stored.then(() => copyIn(this.client, EVENTS, page));
  }
}
