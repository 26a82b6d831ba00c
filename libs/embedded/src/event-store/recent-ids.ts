import { LRUCache } from 'lru-cache';
import type { Place } from './expected-revision.js';
import type { StoredEvent } from './stored-event.js';

/**
 * Where the events stored lately are, by id: all that `any` and `exists` have to recognise a retry. Bounded and gone
 * with the process, as on the real server.
 */
export class RecentIds {
  private readonly cache: LRUCache<string, Place & { stream: string }>;

  constructor(max = 50_000) {
    this.cache = new LRUCache({ max });
  }

  add(events: readonly StoredEvent[]): void {
    for (const { id, stream, revision, position } of events) {
      this.cache.set(id.toString('latin1'), { stream, revision, position });
    }
  }

  find(stream: string, id: Buffer): Place | undefined {
    const place = this.cache.get(id.toString('latin1'));
    return place?.stream === stream ? place : undefined;
  }

  clear(): void {
    this.cache.clear();
  }
}
