import { type Connection, type PoolClient, type Client } from 'pg';
import { TOMBSTONE_REVISION, type StoredEvent } from './stored-event.js';

/*
 * Events go to and from PostgreSQL by COPY in its binary format: the quickest way, and the only one by which node-pg
 * hands out bytes as bytes. Columns in the order of COLUMNS.
 */
export const COLUMNS = 'pos, stream, rev, id, type, json, data, meta, created';

const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

/** What node-pg's connection can do and its types leave out. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Stores events in one statement, which is one transaction: resolves after the commit, in one round trip. */
export function copyIn(client: Client, table: string, events: readonly StoredEvent[]): Promise<void> {
  const rows = encodeRows(events);
  return run(client, `copy ${table} (${COLUMNS}) from stdin (format binary)`, {
    sent: (connection) => {
      connection.sendCopyFromChunk(rows);
      connection.endCopyFrom();
    },
  });
}

/**
 * Runs `row` for each event of a query, in its order, with the number in an integer column after all the others, if
 * there is one. The buffers of the event live only during the call.
 */
export function copyOut(
  client: PoolClient,
  query: string,
  row: (event: StoredEvent, number: number) => void,
): Promise<void> {
  return run(client, `copy (${query}) to stdout (format binary)`, {
    chunk: (bytes) => {
      const start = bytes.length >= 19 && bytes.compare(SIGNATURE, 0, 11, 0, 11) === 0 ? 19 : 0;
      if (bytes.length > start + 2) row(decodeRow(bytes, start), bytes.readInt32BE(bytes.length - 4));
    },
  });
}

/** A query of our own to node-pg: its methods are what the client calls on the way. */
function run(
  client: Client | PoolClient,
  text: string,
  on: { sent?(connection: CopyConnection): void; chunk?(bytes: Buffer): void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query({
      submit(connection: CopyConnection) {
        connection.stream.cork();
        connection.query(text);
        on.sent?.(connection); // without waiting for the server's go-ahead: it skips the rows should it refuse
        connection.stream.uncork();
      },
      handleCopyInResponse: () => undefined,
      handleCopyData: (message: { chunk: Buffer }) => on.chunk?.(message.chunk),
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
      handleError: (error: Error) => reject(error),
    } as { submit(connection: Connection): void });
  });
}

function encodeRows(events: readonly StoredEvent[]): Buffer {
  let size = SIGNATURE.length + TRAILER.length;
  for (const event of events) {
    size += 2 + 9 * 4 + 8 * 3 + 16 + 1; // nine fields, their lengths, and those of fixed size
    size += Buffer.byteLength(event.stream) + Buffer.byteLength(event.type);
    size += event.data.length + event.metadata.length;
  }
  const out = Buffer.allocUnsafe(size);
  let at = SIGNATURE.copy(out);
  const int64 = (value: number): void => {
    at = out.writeInt32BE(8, at);
    if (value === TOMBSTONE_REVISION) {
      at = out.writeBigInt64BE(2n ** 63n - 1n, at);
    } else {
      at = out.writeInt32BE(Math.floor(value / 2 ** 32), at);
      at = out.writeUInt32BE(value >>> 0, at);
    }
  };
  const bytes = (value: Buffer): void => {
    at = out.writeInt32BE(value.length, at);
    at += value.copy(out, at);
  };
  const text = (value: string): void => {
    const length = out.write(value, at + 4);
    out.writeInt32BE(length, at);
    at += 4 + length;
  };
  for (const event of events) {
    at = out.writeInt16BE(9, at);
    int64(event.position);
    text(event.stream);
    int64(event.revision);
    bytes(event.id);
    text(event.type);
    at = out.writeInt32BE(1, at);
    at = out.writeUInt8(event.json ? 1 : 0, at);
    bytes(event.data);
    bytes(event.metadata);
    int64(event.created);
  }
  TRAILER.copy(out, at);
  return out;
}

function decodeRow(row: Buffer, start: number): StoredEvent {
  let at = start + 2;
  const int64 = (): number => {
    const value = row.readInt32BE(at + 4) * 2 ** 32 + row.readUInt32BE(at + 8);
    at += 12;
    return value;
  };
  const bytes = (): Buffer => {
    const from = at + 4;
    at = from + row.readInt32BE(at);
    return row.subarray(from, at);
  };
  return {
    position: int64(),
    stream: bytes().toString(),
    revision: int64(),
    id: bytes(),
    type: bytes().toString(),
    json: bytes()[0] === 1,
    data: bytes(),
    metadata: bytes(),
    created: int64(),
  };
}
