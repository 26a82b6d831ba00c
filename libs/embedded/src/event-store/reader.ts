import { Batcher } from '@quittance/kernel';
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

/** A stretch of a stream of no more revisions is read together with others. */
const SHORT = 32;
/** So many in a query, so many queries at a time: what they hold is a page each. */
const TOGETHER = { most: 64, rounds: 2 };

/** One page being read: what is left of it, and who takes its rows. */
interface Page extends Stretch {
  limit: number;
  row: (event: StoredEvent) => void;
}

/** Reads the log, in short queries, each on a connection of the pool. */
export class Reader {
  private readonly short = new Batcher((pages: readonly Page[]) => this.together(pages), TOGETHER);

  constructor(private readonly pool: Pool) {}

  /**
   * Reads a stretch in pages, each in a short query of its own, so that a slow reader holds no connection and no
   * snapshot. Holes do not matter. `pick` makes what is kept of each event while its buffers live.
   */
  async *pages<T>(stretch: Stretch, pick: (event: StoredEvent) => T): AsyncGenerator<T[]> {
    let { first, last } = stretch;
    let rows = Math.min(stretch.wanted ?? Infinity, PAGE.least);
    while (first <= last) {
      const page: T[] = [];
      let found = 0;
      let size = 0;
      const row = (event: StoredEvent): void => {
        found++;
        if (size > PAGE.size) return; // read again with the next page
        size += sizeOf(event);
        const at = stretch.stream === undefined ? event.position : event.revision;
        if (stretch.backwards) last = at - 1;
        else first = at + 1;
        page.push(pick(event));
      };
      await this.read({ ...stretch, first, last, limit: rows, row });
      const cut = page.length < found;
      if (page.length > 0) yield page;
      if (found < rows && !cut) return;
      rows = cut ? page.length : Math.min(rows * 2, PAGE.most);
    }
  }

  private async read(page: Page): Promise<void> {
    const revisions = page.last - page.first + 1;
    const short = page.stream !== undefined && !page.backwards && revisions <= Math.min(SHORT, page.limit);
    const left = short ? await this.short.add(page) : page;
    if (left) await this.alone(left);
  }

  private alone({ stream, first, last, backwards, limit, row }: Page): Promise<void> {
    const key = stream === undefined ? 'pos' : 'rev';
    const of = stream === undefined ? '' : `stream = ${escapeLiteral(stream)} and`;
    return this.query(
      `select ${COLUMNS} from ${EVENTS} where ${of} ${key} between ${int64(first)} and ${int64(last)}
       order by ${key} ${backwards ? 'desc' : 'asc'} limit ${limit}`,
      row,
    );
  }

  /**
   * Reads short stretches in one query, which costs the database little more than one of them. Answers with what is
   * left of each: when the query fails, each goes on alone, so that nobody hears of another's trouble.
   */
  private async together(pages: readonly Page[]): Promise<readonly (Page | undefined)[]> {
    if (pages.length === 1) return pages;
    const left = pages.map((page) => ({ ...page }));
    const wanted = pages.map(
      ({ stream, first, last }, i) => `(${i}, ${escapeLiteral(stream!)}, ${int64(first)}, ${int64(last)})`,
    );
    try {
      await this.query(
        `select ${COLUMNS}, n from (values ${wanted.join()}) wanted (n, of, first, last), lateral (
           select * from ${EVENTS} where stream = of and rev between first and last offset 0) e
         order by n, rev`,
        (event, number) => {
          const page = left[number]!;
          page.first = event.revision + 1;
          page.limit--;
          page.row(event);
        },
      );
      return [];
    } catch {
      return left;
    }
  }

  private async query(text: string, row: (event: StoredEvent, number: number) => void): Promise<void> {
    const client = await this.pool.connect();
    let failed: Error | undefined;
    try {
      await copyOut(client, text, row);
    } catch (error) {
      failed = error as Error;
      throw error;
    } finally {
      client.release(failed);
    }
  }
}

/** What clients may ask for goes beyond what the log can hold. */
const int64 = (value: number): string => String(Math.min(Math.max(value, 0), Number.MAX_SAFE_INTEGER));
