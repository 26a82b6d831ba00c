import type { Change, Step } from '../asking.js';
import { type Row, keyOf, loading, saving } from '../rows.js';
import type { AnyTable } from '../table.js';
import { CopyLines, copyLine } from './copy.js';
import type { StagingWriter } from './staging-writer.js';

interface Held {
  row: Row | undefined;
  /** There is a row of that key in the table. */
  stored: boolean;
  dirty: boolean;
}

/** Rows in one statement, and bytes in one COPY. */
const CHUNK = 5_000;
const BYTES = 900_000;

/**
 * One table while it is filled. Rows that are only put go straight to COPY; once a handler changes rows, those that
 * were touched last are held, and written when there are too many or the facts are through.
 */
export class StagingTable {
  private readonly held = new Map<string, Held>();
  private readonly lines = new CopyLines();
  private readonly line: (row: Row) => string;
  /** Handlers change its rows, and do not only put them. */
  private changes = false;
  /** Rows were written: one that is not held may be there. */
  private written = false;

  constructor(
    private readonly writer: StagingWriter,
    private readonly table: AnyTable,
    private readonly most: number,
  ) {
    this.line = copyLine(table);
  }

  get changed(): boolean {
    return this.changes;
  }

  /** Keys that facts are going to change: read here unless they are held. */
  async load(keys: ReadonlyMap<string, Row>): Promise<void> {
    if (!this.changes) {
      this.changes = true;
      await this.write();
    }
    const missing: Row[] = [];
    for (const [text, key] of keys) {
      if (this.held.has(text)) continue;
      if (this.written) missing.push(key);
      this.held.set(text, { row: undefined, stored: false, dirty: false });
    }
    if (missing.length) await this.writer.key(this.table);
    for (let i = 0; i < missing.length; i += CHUNK) {
      const text = loading(this.writer.schema, this.table, missing.slice(i, i + CHUNK));
      for (const row of await this.writer.query(text)) {
        this.held.set(keyOf(this.table, row), { row, stored: true, dirty: false });
      }
    }
  }

  /** Puts or changes a row. @returns how to take it back */
  step(step: Step): () => void {
    if (step.by) return this.change(step.key, step.change);
    const { row } = step;
    return this.changes ? this.change(step.key, () => row) : this.put(row);
  }

  private put(row: Row): () => void {
    const { length } = this.lines;
    this.lines.add(this.line(row));
    return () => void (this.lines.length = length);
  }

  private change(key: string, change: Change): () => void {
    const known = this.held.get(key);
    const before = known ?? { row: undefined, stored: false, dirty: false };
    const after = change(before.row);
    this.held.delete(key);
    const now = after === undefined || after === before.row ? before : { ...before, row: after, dirty: true };
    this.held.set(key, now);
    return () => void (known ? this.held.set(key, known) : this.held.delete(key));
  }

  get isFull(): boolean {
    return this.held.size > this.most || this.lines.length >= BYTES;
  }

  /** Writes what waits; of the rows held, all of them or, to make room, those that were touched longest ago. */
  async write(all = true): Promise<void> {
    const leave = all ? 0 : this.held.size > this.most ? this.most / 2 : Infinity;
    let left = this.held.size;
    let changed: Row[] = [];
    for (const [key, held] of this.held) {
      if (left <= leave) break;
      left -= 1;
      if (held.dirty && held.stored) changed.push(held.row!);
      else if (held.dirty) this.lines.add(this.line(held.row!));
      if (all) Object.assign(held, { dirty: false, stored: held.stored || held.dirty });
      else this.held.delete(key);
      if (this.lines.length >= BYTES) await this.copy();
      if (changed.length < CHUNK) continue;
      await this.save(changed);
      changed = [];
    }
    await this.copy();
    await this.save(changed);
  }

  /** The rows were changed in the table, after all were written. */
  forget(): void {
    this.held.clear();
  }

  private async copy(): Promise<void> {
    if (this.lines.length === 0) return;
    this.written = true;
    await this.writer.copy(this.table, this.lines.take());
  }

  private async save(rows: Row[]): Promise<void> {
    if (rows.length === 0) return;
    const { text, values } = saving(this.writer.schema, this.table, rows);
    await this.writer.execute(text, values);
  }
}
