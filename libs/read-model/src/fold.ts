import { type Asked, type Step, ask } from './asking.js';
import type { AnyProjection, ProjectedFact } from './projection.js';
import { type Row, keyOf, loading, saving } from './rows.js';
import type { AnyTable } from './table.js';
import type { Write } from './writes.js';

interface Rows {
  rows: Map<string, Row | undefined>;
  /** Keys to read before the changes run. */
  wanted: Map<string, Row>;
  /** Keys whose row differs from the stored one. */
  dirty: Set<string>;
  projection: string;
}

/**
 * Folds a batch of facts in memory to one row a key. Handlers say which rows change (`collect`); those rows are
 * read in one query a table (`loads`, `loaded`), changed in the order of the facts (`apply`), and written in one
 * statement a table (`writes`).
 */
export class Fold {
  private readonly tables = new Map<AnyTable, Rows>();
  private readonly entries: Asked[] = [];

  constructor(private readonly schema = 'live') {}

  /** Asks the projection's handler what changes by the fact. */
  collect(projection: AnyProjection, fact: ProjectedFact): void {
    if (!projection.on[fact.type]) return;
    const asked = ask(projection, fact);
    this.entries.push(asked);
    for (const { table, key, by } of asked.steps) if (by) this.of(table, projection).wanted.set(key, by);
  }

  /** The rows that changes look at. */
  wanted(): { table: AnyTable; keys: Row[]; projection: string }[] {
    return this.loadable.map(([table, { wanted, projection }]) => ({
      table,
      keys: [...wanted.values()],
      projection,
    }));
  }

  private get loadable(): [AnyTable, Rows][] {
    return [...this.tables].filter(([, { wanted }]) => wanted.size > 0);
  }

  /** Queries for them. */
  loads(): { text: string; projection: string }[] {
    return this.wanted().map(({ table, keys, projection }) => ({
      text: loading(this.schema, table, keys),
      projection,
    }));
  }

  /** Their results, in the same order. */
  loaded(results: readonly { rows: Row[] }[]): void {
    this.loadable.forEach(([table, { rows }], i) => {
      for (const row of results[i]!.rows) rows.set(keyOf(table, row), row);
    });
  }

  /**
   * Changes the rows in the order of the facts. `skip` says that a fact is not to count, or has to wait; one that
   * throws takes back all that it did in its projection and is told to `failed`.
   */
  apply(
    skip: (projection: AnyProjection, fact: ProjectedFact) => boolean,
    failed: (projection: AnyProjection, fact: ProjectedFact, error: Error) => void,
  ): void {
    for (const { fact, projection, steps, error: thrown } of this.entries) {
      if (skip(projection, fact)) continue;
      const undo: (() => void)[] = [];
      try {
        if (thrown) throw thrown;
        for (const step of steps) this.step(this.of(step.table, projection), step, undo);
      } catch (error) {
        for (const back of undo.reverse()) back();
        failed(projection, fact, error as Error);
      }
    }
  }

  /** The rows that the facts left different. */
  changed(): { table: AnyTable; rows: Row[]; projection: string }[] {
    return [...this.tables]
      .filter(([, { dirty }]) => dirty.size > 0)
      .map(([table, { rows, dirty, projection }]) => ({
        table,
        rows: Array.from(dirty, (key) => rows.get(key)!),
        projection,
      }));
  }

  /** The changed rows, one statement a table. */
  writes(): Write[] {
    return this.changed().map(({ table, rows, projection }) => ({
      ...saving(this.schema, table, rows),
      projection,
    }));
  }

  private step({ rows, dirty }: Rows, step: Step, undo: (() => void)[]): void {
    const { key } = step;
    const before = rows.get(key);
    const after = step.by ? step.change(before) : step.row;
    if (after === undefined || after === before) return;
    const wasDirty = dirty.has(key);
    undo.push(() => {
      rows.set(key, before);
      if (!wasDirty) dirty.delete(key);
    });
    rows.set(key, after);
    dirty.add(key);
  }

  private of(table: AnyTable, projection: AnyProjection): Rows {
    let rows = this.tables.get(table);
    if (!rows) {
      rows = { rows: new Map(), wanted: new Map(), dirty: new Set(), projection: projection.name };
      this.tables.set(table, rows);
    }
    return rows;
  }
}
