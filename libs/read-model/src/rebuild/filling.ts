import type { RecordedFact } from '@quittance/event-store';
import type { PoolClient } from 'pg';
import { emptyPersonal, erasedIn } from '../erasure.js';
import { type FactOpener, PERSONAL_DATA_ERASED, openFacts } from '../opening.js';
import { Parking } from '../parking.js';
import type { AnyProjection, Changes, ProjectedFact } from '../projection.js';
import { type Row, keyOf } from '../rows.js';
import type { AnyTable, Table } from '../table.js';
import { ShadowTable } from './shadow-table.js';

/** Rows of a table held in memory at most, twice for a moment. */
const MOST_HELD = 50_000;

type Change = (row: Row | undefined) => Row | undefined;
interface Entry {
  fact: ProjectedFact;
  projection: AnyProjection;
  steps: { table: AnyTable; key?: string; row?: Row; change?: Change }[];
  error?: Error;
}

/**
 * Fills the tables of a rebuild, page by page in commit order, as the projector would have: a fact whose handler
 * throws, or that cannot be opened, parks its stream for that projection.
 */
export class Filling {
  private readonly tables = new Map<AnyTable, ShadowTable>();
  private readonly handlers = new Map<string, AnyProjection[]>();
  readonly parking = Parking.empty();

  private readonly erased: string[] = [];
  private finished = false;

  constructor(
    private readonly schema: string,
    private readonly projections: readonly AnyProjection[],
    private readonly opener: FactOpener | undefined,
    most = MOST_HELD,
  ) {
    for (const projection of projections) {
      for (const table of projection.tables) this.tables.set(table, new ShadowTable(schema, table, most));
      for (const type of Object.keys(projection.on)) {
        this.handlers.set(type, [...(this.handlers.get(type) ?? []), projection]);
      }
    }
  }

  /** Types that change rows: those that some projection has a handler for, and erasures. */
  get types(): string[] {
    return [...new Set([...this.handlers.keys(), PERSONAL_DATA_ERASED])];
  }

  async fill(client: PoolClient, facts: readonly RecordedFact[]): Promise<void> {
    const entries: Entry[] = [];
    const wanted = new Map<AnyTable, Map<string, Row>>();
    const handled = facts.filter(({ type }) => this.handlers.has(type) || type === PERSONAL_DATA_ERASED);
    this.erased.push(...erasedIn(handled));
    for (const { opened, broken } of await openFacts(this.opener, handled)) {
      for (const projection of this.handlers.get(opened.type) ?? []) {
        entries.push(
          broken ? { fact: opened, projection, steps: [], error: broken } : asked(projection, opened, wanted),
        );
      }
    }
    for (const [table, keys] of wanted) await this.tables.get(table)!.load(client, keys);
    for (const entry of entries) this.apply(entry);
    for (const table of this.tables.values()) if (table.isFull) await table.write(client, false);
  }

  /**
   * All facts of this round are through: every row is written. Who was erased since the first round may have been
   * read before that.
   */
  async finish(client: PoolClient): Promise<void> {
    for (const table of this.tables.values()) await table.write(client);
    const subjects = this.erased.splice(0);
    const { schema, projections, parking } = this;
    if (this.finished && subjects.length)
      await emptyPersonal(client, { schema, projections, subjects, parking });
    if (this.finished && subjects.length) for (const table of this.tables.values()) table.forget();
    this.finished = true;
  }

  private apply({ fact, projection, steps, error: thrown }: Entry): void {
    if (this.parking.holds(projection.name, fact)) return;
    const undo: (() => void)[] = [];
    try {
      if (thrown) throw thrown;
      for (const { table, key, row, change } of steps) {
        const rows = this.tables.get(table)!;
        undo.push(change ? rows.change(key!, change) : rows.put(row!));
      }
    } catch (error) {
      for (const back of undo.reverse()) back();
      this.parking.park(projection.name, fact, error as Error);
    }
  }
}

/** What the handler says that changes by the fact; `wanted` gathers the rows that it has to see. */
function asked(
  projection: AnyProjection,
  fact: ProjectedFact,
  wanted: Map<AnyTable, Map<string, Row>>,
): Entry {
  const entry: Entry = { fact, projection, steps: [] };
  const changes: Changes = {
    put: (table, row) => void entry.steps.push({ table, row: row as Row }),
    change: <R extends object>(table: Table<R>, by: Partial<R>, change: (row?: R) => R | undefined) => {
      const key = keyOf(table, by);
      entry.steps.push({ table, key, change: change as Change });
      const keys = wanted.get(table) ?? new Map<string, Row>();
      wanted.set(table, keys.set(key, by));
    },
  };
  try {
    (projection.on[fact.type] as (fact: unknown, changes: Changes) => void)(fact, changes);
  } catch (error) {
    entry.error = error as Error;
  }
  return entry;
}
