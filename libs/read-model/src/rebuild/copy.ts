import type { Connection, PoolClient } from 'pg';
import { type Row, valueText } from '../rows.js';
import type { AnyTable } from '../table.js';

/** What node-pg's connection can do and its types leave out. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** How a row of the table is written for COPY. Written out here: it is much of what a rebuild does. */
export function copyLine(table: AnyTable): (row: Row) => string {
  const columns = Object.entries(table.columns).map(([column, { type }]) => ({
    column,
    text: valueText(type),
    plain: PLAIN.has(type),
  }));
  return (row) => {
    let line = '';
    let between = '';
    for (const { column, text, plain } of columns) {
      const value = row[column];
      line += between;
      between = '\t';
      if (value === null || value === undefined) line += '\\N';
      else line += plain && typeof value !== 'string' ? text(value) : escaped(text(value));
    }
    return `${line}\n`;
  };
}

const PLAIN: ReadonlySet<string> = new Set(['bigint', 'integer', 'boolean', 'timestamptz']);

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special]!) : text;

/** `copy <into> from stdin` in one round trip: all of it, or an error and none. */
export function copyIn(client: PoolClient, into: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query({
      submit(connection: CopyConnection) {
        connection.stream.cork();
        connection.query(`copy ${into} from stdin`);
        // Without waiting for the server's go-ahead: it skips the rows should it refuse.
        connection.sendCopyFromChunk(bytes);
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

/** Lines that wait to be copied, as bytes: what is not kept as objects need not be collected. */
export class CopyLines {
  private bytes = Buffer.allocUnsafe(1 << 20);
  /** In bytes; set it back to take back the lines after it. */
  length = 0;

  add(line: string): void {
    const most = line.length * 3;
    if (this.length + most > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + most));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    this.length += this.bytes.write(line, this.length);
  }

  /** All of them, and starts over. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafe(1 << 20);
    this.length = 0;
    return taken;
  }
}
