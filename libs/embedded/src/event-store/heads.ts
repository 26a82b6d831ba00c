import { LRUCache } from 'lru-cache';
import type { Client, Pool } from 'pg';
import { EVENTS } from './database.js';
import type { StreamState } from './expected-revision.js';
import {
  type StreamMetadata,
  baseOf,
  isMetastream,
  isSoftDeleted,
  metadataFor,
  streamMetadata,
} from './stream-metadata.js';
import { TOMBSTONE_REVISION } from './stored-event.js';

/** The end of a stream and of its metadata stream, as committed. Never changed, only replaced. */
export interface Head {
  last: number;
  tombstoned: boolean;
  metadataLast: number;
  metadata: StreamMetadata;
  /** The last `$metadata` event's data, kept only while the stream is soft deleted: a return copies it. */
  deletedBy: Buffer | undefined;
}

export const NO_HEAD: Head = {
  last: -1,
  tombstoned: false,
  metadataLast: -1,
  metadata: {},
  deletedBy: undefined,
};

/** What the head says about one of its two streams. A tombstone closes both. */
export function stateOf(head: Head, stream: string): StreamState {
  if (!isMetastream(stream)) {
    const { last, tombstoned, metadata, metadataLast } = head;
    return { last, tombstoned, metadata, hasMetadata: metadataLast >= 0 };
  }
  const metadata = metadataFor(stream, head.metadata);
  return { last: head.metadataLast, tombstoned: head.tombstoned, metadata, hasMetadata: false };
}

export const lastOf = (head: Head, stream: string): number =>
  isMetastream(stream) ? head.metadataLast : head.last;

/** The head with an event more in one of its streams. */
export function withEvent(head: Head, stream: string, revision: number, data: Buffer): Head {
  const { last, tombstoned, metadataLast, metadata, deletedBy } = head;
  if (revision === TOMBSTONE_REVISION) return { last, tombstoned: true, metadataLast, metadata, deletedBy };
  if (isMetastream(stream)) return headOf(last, tombstoned, revision, data);
  return { last: revision, tombstoned, metadataLast, metadata, deletedBy };
}

function headOf(last: number, tombstoned: boolean, metadataLast: number, data: Buffer | null): Head {
  const metadata = streamMetadata(data);
  const deletedBy = isSoftDeleted(metadata) ? (data ?? undefined) : undefined;
  return { last, tombstoned, metadataLast, metadata, deletedBy };
}

const LOAD = `
select s.name, e.rev, m.rev as meta_rev, m.data
from unnest($1::text[]) s(name)
left join lateral (select rev from ${EVENTS} where stream = s.name order by rev desc limit 1) e on true
left join lateral (select rev, data from ${EVENTS} where stream = '$$' || s.name order by rev desc limit 1) m on true`;

/** The heads of the streams last used, in bounded memory. Filled by the writer, and by readers while nothing commits. */
export class Heads {
  private readonly cache: LRUCache<string, Head>;
  /** Counts the changes, so that a reader knows whether what it loaded may be kept. */
  private changes = 0;

  constructor(max = 50_000) {
    this.cache = new LRUCache({ max });
  }

  /** The heads of all these base streams, from the cache or the table. */
  async load(database: Client | Pool, bases: Iterable<string>): Promise<Map<string, Head>> {
    const heads = new Map<string, Head>();
    const missing: string[] = [];
    for (const base of bases) {
      const head = this.cache.get(base);
      if (head) heads.set(base, head);
      else missing.push(base);
    }
    if (missing.length === 0) return heads;
    const changes = this.changes;
    const { rows } = await database.query<{
      name: string;
      rev: string | null;
      meta_rev: string | null;
      data: Buffer | null;
    }>({ name: 'heads', text: LOAD, values: [missing] });
    for (const { name, rev, meta_rev, data } of rows) {
      const last = Number(rev ?? -1);
      const head = headOf(last, last === TOMBSTONE_REVISION, Number(meta_rev ?? -1), data);
      heads.set(name, head);
      if (changes === this.changes) this.cache.set(name, head);
    }
    return heads;
  }

  /** The state of a stream, when no query is needed to tell it. */
  known(stream: string): StreamState | undefined {
    const base = baseOf(stream);
    if (base.includes('\0')) return stateOf(NO_HEAD, stream); // PostgreSQL has no such text, so no such stream
    const head = this.cache.get(base);
    return head && stateOf(head, stream);
  }

  /** The states of streams, for readers. */
  async statesOf(database: Pool, streams: readonly string[]): Promise<StreamState[]> {
    const heads = await this.load(database, new Set(streams.map(baseOf)));
    return streams.map((stream) => stateOf(heads.get(baseOf(stream)) ?? NO_HEAD, stream));
  }

  /** Takes over what was committed. */
  commit(heads: ReadonlyMap<string, Head>): void {
    this.changes++;
    for (const [base, head] of heads) this.cache.set(base, head);
  }

  /** The table may know more than the cache: forget everything. */
  clear(): void {
    this.changes++;
    this.cache.clear();
  }
}
