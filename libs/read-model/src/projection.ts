import type { RecordedFact } from '@quittance/event-store';
import type { AnyTable, Table } from './table.js';

/** A fact as projections see it: personal data opened (or marked erased), its places on both time axes worked out. */
export interface ProjectedFact<Data = unknown> extends RecordedFact<
  Data extends Record<string, unknown> ? Data : never
> {
  data: Data extends Record<string, unknown> ? Data : never;
  /** `position.commit`, the place on the axis `known=recorded`. */
  at: bigint;
  /** The business date it counts from. */
  effectiveOn: string;
  /** The stated instant, else the recorded one: the place on the axis `known=stated`. */
  statedAt: Date;
}

/** What a handler may do to its tables. Changes are folded in memory per key and written once a batch. */
export interface Changes {
  /** Writes the whole row (inserts, or replaces the row of that key). */
  put<Row extends object>(table: Table<Row>, row: Row): void;
  /**
   * Changes the row of that key; `undefined` in: there is none yet; `undefined` out: leave it so.
   * `change` runs after the rows of the batch are loaded; a throw parks the fact's stream.
   */
  change<Row extends object>(
    table: Table<Row>,
    key: Partial<Row>,
    change: (row: Row | undefined) => Row | undefined,
  ): void;
}

/**
 * Facts into rows. Handlers are pure: they look at the fact and say which rows change. A type without a handler
 * passes. A handler that throws parks the stream for this projection, not the projection.
 */
export interface Projection<Facts = Record<string, object>> {
  name: string;
  comment: string;
  tables: readonly AnyTable[];
  /** Categories of the streams that it is about: of each of their facts it says what it makes of it, or why nothing. */
  streams?: readonly string[];
  on: {
    [Type in keyof Facts & string]?: ((fact: ProjectedFact<Facts[Type]>, changes: Changes) => void) | Ignored;
  };
}

/** That a projection makes nothing of a fact of its streams, and why. */
export interface Ignored {
  readonly ignored: string;
}

/** `ignore('a payment is no due date')`: said on purpose, where forgetting would look the same. */
export const ignore = (why: string): Ignored => ({ ignored: why });

/** A projection whatever its facts are: what the engine works on. */
export interface AnyProjection {
  name: string;
  comment: string;
  tables: readonly AnyTable[];
  streams?: readonly string[];
  on: { readonly [type: string]: ((fact: never, changes: Changes) => void) | Ignored | undefined };
}
