import type { PoolClient } from 'pg';
import { type Row, keyOf, loading, saving } from '../rows.js';
import type { AnyTable } from '../table.js';
import { copyIn, copyTarget, copyText } from './copy.js';

interface Held {
  row: Row | undefined;
  /** There is a row of that key in the table. */
  stored: boolean;
  dirty: boolean;
}

/** Rows in one statement. */
const CHUNK = 5_000;

/**
 * One table while it is filled. Rows that are only put go straight to COPY; once a handler changes rows, those that
 * were touched last are held, and written when there are too many or the facts are through.
 */
export class ShadowTable {
  private readonly held = new Map<string, Held>();
  private waiting: Row[] = [];
  private changes = false;
  /** Rows were written: one that is not held may be there. */
  private written = false;

  constructor(
    private readonly schema: string,
    private readonly table: AnyTable,
    private readonly most: number,
  ) {}

  /** Keys that facts are going to change: read here unless they are held. */
  async load(client: PoolClient, keys: ReadonlyMap<string, Row>): Promise<void> {
    if (!this.changes) {
      this.changes = true;
      await this.write(client);
    }
    const missing: Row[] = [];
    for (const [text, key] of keys) {
      if (this.held.has(text)) continue;
      if (this.written) missing.push(key);
      this.held.set(text, { row: undefined, stored: false, dirty: false });
    }
    for (let i = 0; i < missing.length; i += CHUNK) {
      const { rows } = await client.query<Row>(loading(this.schema, this.table, missing.slice(i, i + CHUNK)));
      for (const row of rows) this.held.set(keyOf(this.table, row), { row, stored: true, dirty: false });
    }
  }

  /** Puts a row. @returns how to take it back */
  put(row: Row): () => void {
    if (this.changes) return this.change(keyOf(this.table, row), () => row);
    for (const column of this.table.key) if (String(row[column]).includes('\u0000')) keyOf(this.table, row);
    this.waiting.push(row);
    return () => void this.waiting.pop();
  }

  /** Changes the row of a key. @returns how to take it back */
  change(key: string, change: (row: Row | undefined) => Row | undefined): () => void {
    const known = this.held.get(key);
    const before = known ?? { row: undefined, stored: false, dirty: false };
    const after = change(before.row);
    this.held.delete(key);
    const now = after === undefined || after === before.row ? before : { ...before, row: after, dirty: true };
    this.held.set(key, now);
    return () => void (known ? this.held.set(key, known) : this.held.delete(key));
  }

  get isFull(): boolean {
    return this.held.size > this.most || this.waiting.length >= CHUNK;
  }

  /** Writes what waits; of the rows held, all of them or, to make room, those that were touched longest ago. */
  async write(client: PoolClient, all = true): Promise<void> {
    const fresh = this.waiting;
    const changed: Row[] = [];
    this.waiting = [];
    const leave = all ? 0 : this.held.size > this.most ? this.most / 2 : Infinity;
    let left = this.held.size;
    for (const [key, held] of this.held) {
      if (left <= leave) break;
      left -= 1;
      if (held.dirty) (held.stored ? changed : fresh).push(held.row!);
      if (all) Object.assign(held, { dirty: false, stored: held.stored || held.dirty });
      else this.held.delete(key);
    }
    if (fresh.length) await this.copy(client, fresh);
    await this.save(client, changed);
    this.written ||= fresh.length > 0;
  }

  /** The rows were changed in the table, after all were written. */
  forget(): void {
    this.held.clear();
  }

  private async copy(client: PoolClient, rows: Row[]): Promise<void> {
    const into = copyTarget(this.schema, this.table);
    for (let i = 0; i < rows.length; i += CHUNK) {
      const chunk = rows.slice(i, i + CHUNK);
      try {
        await copyIn(client, into, copyText(this.table, chunk));
      } catch (error) {
        if ((error as { code?: string }).code !== '23505') throw error;
        // A row was put again: the later one stays.
        await this.save(client, [...new Map(chunk.map((row) => [keyOf(this.table, row), row])).values()]);
      }
    }
  }

  private async save(client: PoolClient, rows: Row[]): Promise<void> {
    for (let i = 0; i < rows.length; i += CHUNK) {
      const { text, values } = saving(this.schema, this.table, rows.slice(i, i + CHUNK));
      await client.query(text, values);
    }
  }
}
