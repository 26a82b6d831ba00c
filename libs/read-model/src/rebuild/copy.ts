import type { Connection, PoolClient } from 'pg';
import type { Row } from '../rows.js';
import { valueText } from '../rows.js';
import type { AnyTable } from '../table.js';

/** What node-pg's connection can do and its types leave out. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Rows of a table as text for COPY, written here: it is most of what a rebuild does. */
export function copyText(table: AnyTable, rows: Iterable<Row>): string {
  const columns = Object.entries(table.columns).map(([column, { type }]) => ({
    column,
    text: valueText(type),
    plain: PLAIN.has(type),
  }));
  let out = '';
  for (const row of rows) {
    let between = '';
    for (const { column, text, plain } of columns) {
      const value = row[column];
      out += between;
      between = '\t';
      if (value === null || value === undefined) out += '\\N';
      else out += plain && typeof value !== 'string' ? text(value) : escaped(text(value));
    }
    out += '\n';
  }
  return out;
}

const PLAIN: ReadonlySet<string> = new Set(['bigint', 'integer', 'boolean', 'timestamptz']);

const SPECIAL = /[\\\t\n\r]/;
const escaped = (text: string): string =>
  SPECIAL.test(text)
    ? text.replace(/[\\\t\n\r]/g, (c) =>
        c === '\\' ? '\\\\' : c === '\t' ? '\\t' : c === '\n' ? '\\n' : '\\r',
      )
    : text;

/** `copy <into> from stdin` in one round trip: all of it, or an error and none. */
export function copyIn(client: PoolClient, into: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query({
      submit(connection: CopyConnection) {
        connection.stream.cork();
        connection.query(`copy ${into} from stdin`);
        // Without waiting for the server's go-ahead: it skips the rows should it refuse.
        connection.sendCopyFromChunk(Buffer.from(text));
        connection.endCopyFrom();
        connection.stream.uncork();
      },
      handleCopyInResponse: () => undefined,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
      handleError: (error: Error) => reject(error),
    } as { submit(connection: Connection): void });
  });
}

/** `schema.table (columns)`, in the order of `copyText`. */
export const copyTarget = (schema: string, table: AnyTable): string =>
  `${schema}.${table.name} (${Object.keys(table.columns).join(', ')})`;
