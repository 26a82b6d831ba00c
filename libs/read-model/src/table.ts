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
  /** Of a table that the database itself keeps: `sumsTable`. */
  sums?: KeptSums;
}

/** Whose rows are counted and added up: those of another table of the same projection, which stands before it. */
export interface KeptSums {
  of: string;
  /** A condition on its rows. */
  where: string;
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
  sums?: KeptSums;
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

/** A row of such a table: the columns that rows are added up by, how many they are, and the sum of their amounts. */
export type SumsRow<Row, By extends keyof Row> = Pick<Row, By> & { lines: bigint; amount: string };

/**
 * Rows of a table, counted and their `amount` added up by some of its columns, none of which may be null. Triggers keep it with every
 * change of those rows, whoever makes it, so that it is never anything but their sum; no handler writes to it.
 */
export const sumsTable = <Row extends { amount: string }, By extends keyof Row & string>({
  of,
  by,
  where = 'true',
  ...named
}: Pick<Table, 'name' | 'comment'> & {
  of: Table<Row>;
  by: readonly By[];
  where?: string;
}): Table<SumsRow<Row, By>> => {
  const columns: Record<string, Column> = Object.fromEntries(
    by.map((column) => [column, of.columns[column]]),
  );
  return {
    ...named,
    key: by,
    columns: {
      ...columns,
      lines: { type: 'bigint', comment: `How many rows of ${of.name} they are` },
      amount: { type: 'numeric', comment: `What ${of.name}.amount of them comes to` },
    } as Table<SumsRow<Row, By>>['columns'],
    sums: { of: of.name, where },
  };
};
