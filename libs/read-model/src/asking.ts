import type { AnyProjection, Changes, ProjectedFact } from './projection.js';
import { type Row, keyOf } from './rows.js';
import type { AnyTable, Table } from './table.js';

export type Change = (row: Row | undefined) => Row | undefined;

/** One thing that a handler says: a row as it is to be, or how the row of a key (`by`) changes. */
export type Step =
  | { table: AnyTable; key: string; row: Row; by?: undefined }
  | { table: AnyTable; key: string; by: Row; change: Change };

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
    for (const type of Object.keys(projection.on)) {
      handlers.set(type, [...(handlers.get(type) ?? []), projection]);
    }
  }
  return handlers;
}

/** Asks the projection's handler what changes by the fact; nothing without a handler. */
export function ask(projection: AnyProjection, fact: ProjectedFact): Asked {
  const steps: Step[] = [];
  const changes: Changes = {
    put: (table, row) => void steps.push({ table, key: keyOf(table, row as Row), row: row as Row }),
    change: <R extends object>(table: Table<R>, by: Partial<R>, change: (row?: R) => R | undefined) =>
      void steps.push({ table, key: keyOf(table, by), by, change: change as Change }),
  };
  const asked: Asked = { projection, fact, steps };
  try {
    (projection.on[fact.type] as ((fact: unknown, changes: Changes) => void) | undefined)?.(fact, changes);
  } catch (error) {
    asked.error = error as Error;
  }
  return asked;
}
