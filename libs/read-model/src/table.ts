/** SQL types a projected column may have. Dates travel as `YYYY-MM-DD` texts, numeric as texts, bigint as bigint. */
export type SqlType =
  | 'text'
  | 'uuid'
  | 'date'
  | 'numeric'
  | 'bigint'
  | 'integer'
  | 'boolean'
  | 'timestamptz'
  | 'jsonb'
  | 'text[]';

export interface Column {
  type: SqlType;
  nullable?: boolean;
  /** Holds personal data in plain text: emptied when the person is erased. */
  personal?: boolean;
  /** Said in the database's own dictionary: units, currency, time zone. */
  comment?: string;
}

/** A table that one projection owns. The definition gives DDL, the `unnest` upsert and the data dictionary. */
export interface Table<Row extends object = Record<string, unknown>> {
  name: string;
  comment: string;
  key: readonly (keyof Row & string)[];
  columns: { readonly [C in keyof Row & string]: Column };
  /** Bodies of `create index on <table> ...`: `(customer_id, issued_on)`, `(due_on) where open > 0`. */
  indexes?: readonly string[];
  /** Of a table whose revision and position the engine sets: `standingTable`. */
  standsFor?: StandsFor;
}

/** Each row of the table stands for a stream: its facts move the row's revision, and every fact that changes it its position. */
export interface StandsFor {
  /** Category of the streams. */
  stream: string;
  /** The field by which the stream's facts name the row, whose key is `id`. */
  id: string;
}

/** A table whatever its rows are. */
export interface AnyTable {
  name: string;
  comment: string;
  key: readonly string[];
  columns: { readonly [column: string]: Column };
  indexes?: readonly string[];
  standsFor?: StandsFor;
}

/** Only for its types: keeps the row's shape with the table's definition. */
export const table = <Row extends object>(definition: Table<Row>): Table<Row> => definition;

/**
 * A table of what stands now, one row a stream. The engine adds and sets two columns: `revision`, of the last fact of the row's own
 * stream, whatever the projection makes of it, and `position`, of the last fact that touched the row.
 */
export const standingTable = <Row extends object>({
  columns,
  ...definition
}: Omit<Table<Row>, 'standsFor'> & { standsFor: StandsFor }): Table<Row> => ({
  ...definition,
  columns: {
    ...columns,
    revision: { type: 'bigint', comment: 'Revision of its stream: the ETag that If-Match names' },
    position: { type: 'bigint', comment: 'Position of the last fact that changed it' },
  },
});
