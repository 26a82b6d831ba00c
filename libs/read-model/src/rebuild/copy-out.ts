import type { Connection, PoolClient } from 'pg';

/** Bytes before the first row of a binary copy. */
const HEADER = 19;

/**
 * Gives each row of a select as PostgreSQL sends it in `copy ... to stdout (format binary)`: two bytes for the number
 * of columns, then each with its length before it. The bytes are gone once `row` returns. A third of the time that
 * node-pg takes to make a row of texts.
 */
export function copyOut(
  client: PoolClient,
  select: string,
  row: (bytes: Buffer, offset: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let begun = false;
    let failed: Error | undefined;
    client.query({
      submit: (connection: Connection) => connection.query(`copy (${select}) to stdout (format binary)`),
      handleCopyData({ chunk }: { chunk: Buffer }) {
        try {
          const offset = begun ? 0 : HEADER;
          begun = true;
          // Two bytes after the last row: -1.
          if (!failed && chunk.length > offset && chunk.readInt16BE(offset) >= 0) row(chunk, offset);
        } catch (error) {
          failed = error as Error;
        }
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => (failed ? reject(failed) : resolve()),
      handleError: (error: Error) => reject(error),
    } as { submit(connection: Connection): void });
  });
}
