import type { Sql } from './database.js';
import type { AnyProjection, Changes, ProjectedFact } from './projection.js';
import { type Row, keyOf, loadRows, saveRows } from './rows.js';
import type { AnyTable, Table } from './table.js';

type Change = (row: Row | undefined) => Row | undefined;
interface Step {
  table: AnyTable;
  key: string;
  change: Change;
}
interface Rows {
  rows: Map<string, Row | undefined>;
  /** Keys to read before the changes run. */
  wanted: Map<string, Row>;
  /** Keys whose row differs from the stored one. */
  dirty: Set<string>;
  projection: string;
}

/** A row that PostgreSQL refused: the batch holds a fact that this projection cannot keep. */
export class RefusedRowError extends Error {
  override name = 'RefusedRowError';
  constructor(
    readonly projection: string,
    readonly table: string,
    override readonly cause: unknown,
  ) {
    super(`${table}: ${(cause as Error).message}`);
  }
}

/**
 * Folds a batch of facts in memory to one row a key: handlers say which rows change (`collect`), those rows are
 * read in one query a table (`load`), changed in the order of the facts (`apply`) and written in one statement a
 * table (`save`).
 */
export class Fold {
  private readonly tables = new Map<AnyTable, Rows>();
  private readonly entries: { fact: ProjectedFact; projection: AnyProjection; steps: Step[] }[] = [];

  constructor(private readonly schema = 'live') {}

  /** Asks the projection's handler what changes by the fact. Throws what the handler throws. */
  collect(projection: AnyProjection, fact: ProjectedFact): void {
    const handler = projection.on[fact.type] as ((fact: unknown, changes: Changes) => void) | undefined;
    if (!handler) return;
    const steps: Step[] = [];
    handler(fact, {
      put: (table, row) => steps.push({ table, key: keyOf(table, row as Row), change: () => row as Row }),
      change: <R extends object>(table: Table<R>, key: Partial<R>, change: (row?: R) => R | undefined) => {
        const step = { table, key: keyOf(table, key), change: change as Change };
        steps.push(step);
        this.of(table, projection).wanted.set(step.key, key);
      },
    });
    if (steps.length) this.entries.push({ fact, projection, steps });
  }

  /** Reads the rows that changes look at. */
  async load(sql: Sql): Promise<void> {
    for (const [table, { rows, wanted }] of this.tables) {
      const found = await loadRows(sql, this.schema, table, [...wanted.values()]);
      for (const key of wanted.keys()) rows.set(key, found.get(key));
    }
  }

  /**
   * Changes the rows in the order of the facts. `skip` says that the fact's stream waits; a change that throws
   * takes back all that its fact did in its projection and is told to `failed`.
   */
  apply(
    skip: (projection: AnyProjection, fact: ProjectedFact) => boolean,
    failed: (projection: AnyProjection, fact: ProjectedFact, error: Error) => void,
  ): void {
    for (const { fact, projection, steps } of this.entries) {
      if (skip(projection, fact)) continue;
      const undo: (() => void)[] = [];
      try {
        for (const { table, key, change } of steps) {
          const { rows, dirty } = this.of(table, projection);
          const before = rows.get(key);
          const after = change(before);
          if (after === undefined || after === before) continue;
          const had = rows.has(key);
          const wasDirty = dirty.has(key);
          undo.push(() => {
            if (had) rows.set(key, before);
            else rows.delete(key);
            if (!wasDirty) dirty.delete(key);
          });
          rows.set(key, after);
          dirty.add(key);
        }
      } catch (error) {
        for (const back of undo.reverse()) back();
        failed(projection, fact, error as Error);
      }
    }
  }

  /** Writes the changed rows. @throws RefusedRowError what is not an error of the connection names its table. */
  async save(sql: Sql, isRefusal: (error: unknown) => boolean): Promise<void> {
    for (const [table, { rows, dirty, projection }] of this.tables) {
      if (dirty.size === 0) continue;
      try {
        await saveRows(
          sql,
          this.schema,
          table,
          [...dirty].map((key) => rows.get(key)!),
        );
      } catch (error) {
        throw isRefusal(error) ? new RefusedRowError(projection, table.name, error) : error;
      }
    }
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
