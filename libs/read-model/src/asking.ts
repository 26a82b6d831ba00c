import type { AnyProjection, Changes, ProjectedFact } from './projection.js';
import { type Row, keyOf } from './rows.js';
import type { AnyTable, StandsFor, Table } from './table.js';

export type Change = (row: Row | undefined) => Row | undefined;

/** A row as it is to be. Its key is made when somebody asks: a table whose rows are only put needs none. */
class Put {
  readonly by: undefined;
  private made: string | undefined;

  constructor(
    readonly table: AnyTable,
    readonly row: Row,
  ) {}

  /** @throws RangeError see `keyOf` */
  get key(): string {
    return (this.made ??= keyOf(this.table, this.row));
  }
}

/** One thing that a handler says: a row as it is to be, or how the row of a key (`by`) changes. */
export type Step = Put | { table: AnyTable; key: string; by: Row; change: Change };

/** What a projection says of a fact. */
export interface Asked {
  projection: AnyProjection;
  fact: ProjectedFact;
  steps: Step[];
  /** What the handler threw. */
  error?: Error;
}

/** The projections that have a handler for a type, by type. */
export function handlersOf(projections: readonly AnyProjection[]): Map<string, AnyProjection[]> {
  const handlers = new Map<string, AnyProjection[]>();
  for (const projection of projections) {
    for (const [type, handler] of Object.entries(projection.on)) {
      // What a projection ignores still moves the revision of a row that stands for the stream.
      if (typeof handler !== 'function' && !projection.tables.some(({ standsFor }) => standsFor)) continue;
      handlers.set(type, [...(handlers.get(type) ?? []), projection]);
    }
  }
  return handlers;
}

/** Asks the projection's handler what changes by the fact; nothing without a handler. */
export function ask(projection: AnyProjection, fact: ProjectedFact): Asked {
  const steps: Step[] = [];
  const changes: Changes = {
    put: (table, row) => void steps.push(new Put(table, row as Row)),
    change: <R extends object>(table: Table<R>, by: Partial<R>, change: (row?: R) => R | undefined) =>
      void steps.push({ table, key: keyOf(table, by), by, change: change as Change }),
  };
  const asked: Asked = { projection, fact, steps };
  try {
    const handler = projection.on[fact.type];
    if (typeof handler === 'function') (handler as (fact: unknown, changes: Changes) => void)(fact, changes);
    for (const table of projection.tables) if (table.standsFor) stand(table, table.standsFor, fact, steps);
  } catch (error) {
    asked.error = error as Error;
  }
  return asked;
}

/** Sets revision and position of the rows that the fact changes; that of its own stream is touched in any case. */
function stand(table: AnyTable, { stream, id }: StandsFor, fact: ProjectedFact, steps: Step[]): void {
  const named = (fact.data as Record<string, unknown>)[id];
  const by = fact.stream.startsWith(`${stream}-`) && named !== undefined ? { id: named } : undefined;
  const own = by && keyOf(table, by);
  const mark = (row: Row, key: string): Row => {
    row.position = fact.at;
    if (key === own) row.revision = fact.revision;
    return row;
  };
  let touched = false;
  for (const step of steps) {
    if (step.table !== table) continue;
    const { key } = step;
    touched ||= key === own;
    if (!step.by) {
      mark(step.row, key);
      continue;
    }
    const { change } = step;
    step.change = (row) => {
      const after = change(row);
      // What a handler made is marked as it is; what it left is the table's, and copied.
      if (after !== undefined && after !== row) return mark(after, key);
      return row && key === own ? mark({ ...row }, key) : after;
    };
  }
  if (by && own !== undefined && !touched)
    steps.push({ table, key: own, by, change: (row) => row && mark({ ...row }, own) });
}
