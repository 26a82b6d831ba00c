import { createHash } from 'node:crypto';
import type { AnyProjection } from './projection.js';
import type { AnyTable } from './table.js';

/** Statements that make a table of the definition in a schema, with its indexes and its dictionary. */
export function createTable(schema: string, table: AnyTable): string[] {
  const name = `${schema}.${table.name}`;
  const columns = Object.entries(table.columns).map(
    ([column, { type, nullable }]) => `${column} ${type}${nullable ? '' : ' not null'}`,
  );
  return [
    `create table ${name} (${columns.join(', ')}, primary key (${table.key.join(', ')}))`,
    ...(table.indexes ?? []).map((body) => `create index on ${name} ${body}`),
    `comment on table ${name} is ${literal(table.comment)}`,
    ...Object.entries(table.columns).flatMap(([column, { comment, personal }]) => {
      const text = [comment, personal ? 'Personal data: emptied when the person is erased' : undefined]
        .filter(Boolean)
        .join('. ');
      return text ? [`comment on column ${name}.${column} is ${literal(text)}`] : [];
    }),
  ];
}

/** Of the projection's tables and handlers: another version means that its rows would come out otherwise. */
export function versionOf(projection: AnyProjection): string {
  const handlers = Object.entries(projection.on).map(([type, handler]) => [type, String(handler)]);
  const definition = JSON.stringify([projection.name, projection.tables, handlers]);
  return createHash('sha256').update(definition).digest('hex').slice(0, 16);
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
