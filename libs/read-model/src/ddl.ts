import type { AnyTable } from './table.js';

/** Statements that make a table of the definition in a schema, with its indexes and its dictionary. */
export const createTable = (schema: string, table: AnyTable): string[] => [
  ...createBareTable(schema, table),
  ...createIndexes(schema, table),
  ...keepSums(schema, table),
];

/** The table and its dictionary, with its key or without: indexes are cheaper made when it is full. */
export function createBareTable(schema: string, table: AnyTable, keyed = true): string[] {
  const name = `${schema}.${table.name}`;
  const columns = Object.entries(table.columns).map(
    ([column, { type, nullable }]) => `${column} ${type}${nullable ? '' : ' not null'}`,
  );
  return [
    `create table ${name} (${columns.join(', ')})`,
    ...(keyed ? [createKey(schema, table)] : []),
    `comment on table ${name} is ${literal(table.comment)}`,
    // No statistics of personal columns: the planner keeps the most common values in plain text.
    ...Object.keys(table.columns)
      .filter((column) => table.columns[column]!.personal)
      .map((column) => `alter table ${name} alter column ${column} set statistics 0`),
    ...Object.entries(table.columns).flatMap(([column, { comment, personal }]) => {
      const text = [comment, personal ? 'Personal data: emptied when the person is erased' : undefined]
        .filter(Boolean)
        .join('. ');
      return text ? [`comment on column ${name}.${column} is ${literal(text)}`] : [];
    }),
  ];
}

export const createKey = (schema: string, { name, key }: AnyTable): string =>
  `alter table ${schema}.${name} add primary key (${key.join(', ')})`;

export const createIndexes = (schema: string, table: AnyTable): string[] =>
  (table.indexes ?? []).flatMap((body, i) => {
    if (!ofPersonal(table, body)) return [`create index on ${schema}.${table.name} ${body}`];
    // As for the columns themselves: no statistics of what they hold.
    const name = `${table.name}_personal_${i}`;
    return [
      `create index ${name} on ${schema}.${table.name} ${body}`,
      `alter index ${schema}.${name} alter column 1 set statistics 0`,
    ];
  });

/** Whether an index is over an expression of a personal column. */
const ofPersonal = ({ columns }: AnyTable, body: string): boolean =>
  body.includes('((') &&
  Object.keys(columns).some(
    (column) => columns[column]!.personal && new RegExp(`\\b${column}\\b`).test(body),
  );

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const EVENTS = [
  ['insert', 'referencing new table as added'],
  ['update', 'referencing old table as removed new table as added'],
  ['delete', 'referencing old table as removed'],
  ['truncate', ''],
] as const;

/** Of a table of sums: adds up what is there, and has the database keep it from then on. The rows' table is there already. */
export function keepSums(schema: string, { name, key, sums }: AnyTable): string[] {
  if (!sums) return [];
  const { of, where } = sums;
  const by = key.join(', ');
  const given = [name, by, key.map((column) => `s.${column} = d.${column}`).join(' and '), where];
  return [
    `insert into ${schema}.${name} (${by}, lines, amount)
     select ${by}, count(*), sum(amount) from ${schema}.${of} where ${where} group by ${by}`,
    ...EVENTS.map(
      ([
        event,
        tables,
      ]) => `create or replace trigger ${name}_${event} after ${event} on ${schema}.${of} ${tables}
       for each statement execute function projector.keep_sums(${given.map(literal).join(', ')})`,
    ),
  ];
}
