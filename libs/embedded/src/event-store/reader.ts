import { type Pool, escapeLiteral } from 'pg';
import { COLUMNS, copyOut } from './copy.js';
import { EVENTS } from './database.js';
import { type StoredEvent, sizeOf } from './stored-event.js';

/** A stretch of the log: of one stream by revision, or of all by position; both ends included. */
export interface Stretch {
  stream?: string;
  first: number;
  last: number;
  backwards?: boolean;
  /** How many events the reader asked for: the first page takes no more. */
  wanted?: number;
}

/** A page takes at most so many rows and (its last row aside) bytes of memory, whatever the events weigh. */
const PAGE = { least: 128, most: 1_024, size: 512 * 1024 };

/**
 * Reads a stretch in pages, each in a short query of its own, so that a slow reader holds no connection and no
 * snapshot. Holes do not matter. `pick` makes what is kept of each event while its buffers live.
 */
export async function* pages<T>(
  pool: Pool,
  stretch: Stretch,
  pick: (event: StoredEvent) => T,
): AsyncGenerator<T[]> {
  let { first, last } = stretch;
  let rows = Math.min(stretch.wanted ?? Infinity, PAGE.least);
  while (first <= last) {
    const page: T[] = [];
    let found = 0;
    let size = 0;
    await query(pool, { ...stretch, first, last }, rows, (event) => {
      found++;
      if (size > PAGE.size) return; // read again with the next page
      size += sizeOf(event);
      const at = stretch.stream === undefined ? event.position : event.revision;
      if (stretch.backwards) last = at - 1;
      else first = at + 1;
      page.push(pick(event));
    });
    const cut = page.length < found;
    if (page.length > 0) yield page;
    if (found < rows && !cut) return;
    rows = cut ? page.length : Math.min(rows * 2, PAGE.most);
  }
}

async function query(
  pool: Pool,
  { stream, first, last, backwards }: Stretch,
  limit: number,
  row: (event: StoredEvent) => void,
): Promise<void> {
  const key = stream === undefined ? 'pos' : 'rev';
  const of = stream === undefined ? '' : `stream = ${escapeLiteral(stream)} and`;
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await copyOut(
      client,
      `select ${COLUMNS} from ${EVENTS} where ${of} ${key} between ${int64(first)} and ${int64(last)}
       order by ${key} ${backwards ? 'desc' : 'asc'} limit ${limit}`,
      row,
    );
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    client.release(failed);
  }
}

/** What clients may ask for goes beyond what the log can hold. */
const int64 = (value: number): string => String(Math.min(Math.max(value, 0), Number.MAX_SAFE_INTEGER));
