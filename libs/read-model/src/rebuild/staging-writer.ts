import type { PoolClient } from 'pg';
import type { Sql } from '@quittance/process';
import { createKey } from '../ddl.js';
import type { Row } from '../rows.js';
import type { AnyTable } from '../table.js';
import { copyIn } from './copy.js';

/** Statements under way at most: each holds about a megabyte. */
const MOST_UNDER_WAY = 8;

/** A row was put again after it was written without a look at the key: the table needs its key from the beginning. */
export class DoubledKeyError extends Error {
  override name = 'DoubledKeyError';
}

/**
 * The one connection that fills a rebuild's tables. Writes are sent and not waited for, so that PostgreSQL works while
 * the next facts are folded; the connection keeps their order, and a query sees all that was sent before it.
 */
export class StagingWriter {
  private failed: Error | undefined;
  /** Everything that was sent, one after the other. */
  private sent: Promise<void> = Promise.resolve();
  private underWay = 0;
  private room: (() => void) | undefined;

  constructor(
    readonly client: PoolClient,
    readonly schema: string,
    /** Tables whose keys are still to be made: rows go in without a look at an index. */
    private readonly keyless = new Set<AnyTable>(),
  ) {}

  /** Makes the key of a table if it has none. @throws DoubledKeyError */
  async key(table: AnyTable, sql: Sql = this.client): Promise<void> {
    if (!this.keyless.delete(table)) return;
    await this.flushed();
    try {
      await sql.query(createKey(this.schema, table));
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
      throw new DoubledKeyError(`${table.name} has rows of the same key`);
    }
  }

  /** Copies lines into a table; where a row of its key is there already, the later one takes its place. */
  copy(table: AnyTable, bytes: Buffer): Promise<void> {
    const columns = Object.keys(table.columns).join(', ');
    const into = `${this.schema}.${table.name}`;
    return this.send(async () => {
      try {
        await copyIn(this.client, `${into} (${columns})`, bytes);
      } catch (error) {
        if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
        await this.replace(table, bytes);
      }
    });
  }

  /** Sends a statement; resolves when there is room for the next. @throws what an earlier one came to */
  execute(text: string, values: unknown[]): Promise<void> {
    return this.send(() => this.client.query(text, values));
  }

  /** Rows as they are once everything sent before is written. */
  async query(text: string): Promise<Row[]> {
    await this.flushed();
    const { rows } = await this.client.query<Row>(text);
    return rows;
  }

  /** Resolves when everything is written. @throws what one of them came to */
  async flushed(): Promise<void> {
    await this.sent;
    if (this.failed) throw this.failed;
  }

  private async send(work: () => Promise<unknown>): Promise<void> {
    if (this.failed) throw this.failed;
    this.underWay += 1;
    this.sent = this.sent.then(async () => {
      try {
        if (!this.failed) await work();
      } catch (error) {
        this.failed = error as Error;
      } finally {
        this.underWay -= 1;
        this.room?.();
      }
    });
    if (this.underWay >= MOST_UNDER_WAY) await new Promise<void>((resolve) => (this.room = resolve));
  }

  private async replace(table: AnyTable, bytes: Buffer): Promise<void> {
    const { client } = this;
    const columns = Object.keys(table.columns);
    const names = columns.join(', ');
    const rest = columns.filter((column) => !table.key.includes(column));
    await client.query(`create temp table again (like ${this.schema}.${table.name});
      alter table again add column line bigint generated always as identity`);
    await copyIn(client, `again (${names})`, bytes);
    await client.query(
      `insert into ${this.schema}.${table.name} (${names})
       select distinct on (${table.key.join(', ')}) ${names} from again order by ${table.key.join(', ')}, line desc
       on conflict (${table.key.join(', ')}) do ` +
        (rest.length
          ? `update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`
          : 'nothing'),
    );
    await client.query('drop table again');
  }
}

const UNIQUE_VIOLATION = '23505';
