import { Money } from '@quittance/kernel';
import type { CsvColumn } from '../csv.js';
import type { ListColumn } from './question.js';

/** A row as PostgreSQL gives it: names in snake case, amounts as texts without the currency's decimals. */
export type Row = Readonly<Record<string, unknown>>;

/** What an answer says under one name: how it is read from a row, described, filtered, sorted and written as CSV. */
export interface Column<Value = unknown> {
  about: string;
  example: Value;
  /** As OpenAPI describes it, without `description`. */
  schema: object;
  value: (cell: unknown, row: Row) => Value;
  /** Filtered and sorted by; none: only shown. */
  type?: ListColumn['type'];
  /** Of the relation `r`; the name in snake case when left out. */
  sql?: string;
  nullable?: boolean;
  /** An id or number: filters compare folded forms, in which look-alikes are one. */
  folded?: boolean;
  /** Typed by people: guarded in CSV, so that no spreadsheet takes it for a formula. */
  people?: boolean;
  /** Added up, by currency, in the list's summary. */
  sum?: boolean;
  /** Counted by value in the list's facets. */
  facet?: boolean;
  /** What a filter is shown with; `example` when left out. */
  ask?: string;
  /** Left out of CSV. */
  jsonOnly?: boolean;
  /** How CSV says it; as it is when left out. */
  inCsv?: (value: unknown) => string;
}

export type Columns = Readonly<Record<string, Column>>;

export type ItemOf<C extends Columns> = { [Name in keyof C]: C[Name] extends Column<infer V> ? V : never };

type Options = Partial<Omit<Column, 'about' | 'example' | 'schema' | 'value' | 'type' | 'nullable'>>;

const plain = <Value>(
  type: ListColumn['type'],
  schema: object,
  about: string,
  example: Value,
  options?: Options,
): Column<Value> => ({ about, example, schema, type, value: (cell) => cell as Value, ...options });

export const uuid = (about: string, example: string, options?: Options): Column<string> =>
  plain('uuid', { type: 'string', format: 'uuid' }, about, example, options);

/** An id or number as people write it. */
export const id = (about: string, example: string, options?: Options): Column<string> =>
  plain('text', { type: 'string' }, about, example, { folded: true, people: true, ...options });

/** Text that people typed. */
export const text = (about: string, example: string, options?: Options): Column<string> =>
  plain('text', { type: 'string' }, about, example, { people: true, ...options });

/** A code that is ours: a currency, a language. */
export const code = (about: string, example: string, options?: Options): Column<string> =>
  plain('text', { type: 'string' }, about, example, options);

/** A business date, in the entity's zone. */
export const date = (about: string, example: string, options?: Options): Column<string> =>
  plain('date', { type: 'string', format: 'date' }, about, example, options);

/** In the row's currency, with its exact decimals. */
export const amount = (about: string, example: string, options?: Options): Column<string> => ({
  ...plain('amount', { type: 'string', pattern: String.raw`^-?\d{1,18}(\.\d+)?$` }, about, example, options),
  value: (cell, { currency }) => Money.of(cell as string, currency as string).toString(),
});

export const whole = (about: string, example: number, options?: Options): Column<number> => ({
  ...plain('whole', { type: 'integer' }, about, example, options),
  value: Number,
});

/** Shown only: worked out from the row. */
export const shownOnly = <Value>(
  about: string,
  schema: object,
  example: Value,
  value: Column<Value>['value'],
  options?: Options,
): Column<Value> => ({ about, schema, example, value, ...options });

/** The same, or null where there is none. */
export const orNull = <Value>(column: Column<Value>, example?: null): Column<Value | null> => ({
  ...column,
  nullable: true,
  schema: orNullSchema(column.schema),
  example: example === null ? null : column.example,
  ask: column.ask ?? askOf(column),
  value: (cell, row) => (cell === null || cell === undefined ? null : column.value(cell, row)),
});

function orNullSchema(schema: object): object {
  const { type, enum: values } = schema as { type?: string; enum?: unknown[] };
  if (type === undefined) return schema;
  return { ...schema, type: [type, 'null'], ...(values && { enum: [...values, null] }) };
}

const askOf = ({ example }: Column): string | undefined =>
  typeof example === 'string' || typeof example === 'number' ? String(example) : undefined;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What filters, order and cursors work on. */
export const askable = (columns: Columns): Record<string, ListColumn> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => {
      const { type, sql = `r.${snake(name)}`, nullable, folded } = column;
      const words = (column.schema as { enum?: string[] }).enum;
      return type
        ? [[name, { type, sql, nullable, folded, words, example: column.ask ?? askOf(column) }]]
        : [];
    }),
  );

/** A row as the answer says it. */
export function itemOf<C extends Columns>(columns: C, row: Row): ItemOf<C> {
  const values = Object.entries(columns).map(([name, { value }]) => [name, value(row[snake(name)], row)]);
  return Object.fromEntries(values) as ItemOf<C>;
}

export const exampleOf = <C extends Columns>(columns: C): ItemOf<C> =>
  Object.fromEntries(Object.entries(columns).map(([name, { example }]) => [name, example])) as ItemOf<C>;

export const csvColumnsOf = (columns: Columns): CsvColumn<Row>[] =>
  Object.entries(columns).flatMap(([name, { people, type, jsonOnly, inCsv = inCell }]) =>
    jsonOnly
      ? []
      : [
          {
            ...{ name, text: people === true, amount: type === 'amount' },
            value: (item: Row) => inCsv(item[name]),
          },
        ],
  );

const inCell = (value: unknown) => (Array.isArray(value) ? value.join(' ') : (value as string | null));

/** An object of these, as OpenAPI describes it. */
export function schemaOf(columns: Columns, optional: readonly string[] = []): object {
  const names = Object.keys(columns).filter((name) => !optional.includes(name));
  const properties = Object.entries(columns).map(([name, { schema, about }]) => [
    name,
    { ...schema, description: about },
  ]);
  return { type: 'object', required: names, properties: Object.fromEntries(properties) as object };
}

/** A list of objects of these, within an answer. @param others what they hold under names that are not said here */
export const listOf = <C extends Columns>(
  about: string,
  columns: C,
  optional: readonly string[] = [],
  others?: Column,
): Column<ItemOf<C>[]> =>
  shownOnly(
    about,
    {
      type: 'array',
      items: { ...schemaOf(columns, optional), ...(others && { additionalProperties: others.schema }) },
    },
    [exampleOf(columns)],
    (cell) => cell as never,
  );
