import { type StreamMetadata, isSoftDeleted } from './stream-metadata.js';

/** What an append says about the stream: its last revision, none, whatever it is, or that it exists. */
export type Expected = number | 'none' | 'any' | 'exists';

/** A stream as the log ends: what decides over an append to it. */
export interface StreamState {
  /** The last revision, -1 for none. */
  last: number;
  tombstoned: boolean;
  metadata: StreamMetadata;
  /** Whether its metadata stream has events: then the stream counts as existing. */
  hasMetadata: boolean;
}

/** Where an event was stored. */
export interface Place {
  revision: number;
  position: number;
}

export type Judgement =
  | { result: 'append' }
  /** All of it is there already: the place of its last event. */
  | { result: 'idempotent'; place: Place }
  | { result: 'conflict' }
  | { result: 'deleted' };

/** How the judge looks at what is stored: by place in the stream (the log), by id (a cache of recent events). */
export interface Known {
  at(revision: number): { id: Buffer; position: number } | undefined;
  recently(id: Buffer): Place | undefined;
}

/**
 * The server's own table. Ids are not unique: the right revision always appends. A revision that is passed asks the
 * log whether these very events followed it, so a retry is recognised for ever; `any` and `exists` can only ask the
 * cache of recent ids, and a retry after that has forgotten them stores a second time, as on the real server.
 */
export function judge(
  state: StreamState,
  expected: Expected,
  ids: readonly Buffer[],
  known: Known,
): Judgement {
  if (state.tombstoned) return { result: 'deleted' };
  const deleted = isSoftDeleted(state.metadata);
  if (expected === 'exists') {
    if (deleted) return { result: 'deleted' };
    if (state.last < 0 && !state.hasMetadata) return { result: 'conflict' };
  }
  if (expected === 'any' || expected === 'exists') return byRecentIds(ids, known);

  const revision = expected === 'none' ? -1 : expected;
  if (revision === state.last) return { result: 'append' };
  if (revision > state.last || ids.length === 0) return { result: 'conflict' };
  let last: Place | undefined;
  for (const [i, id] of ids.entries()) {
    const at = revision + 1 + i;
    const stored = known.at(at);
    if (!stored?.id.equals(id)) {
      const recreates = i === 0 && expected === 'none' && deleted;
      return { result: recreates ? 'append' : 'conflict' };
    }
    last = { revision: at, position: stored.position };
  }
  return { result: 'idempotent', place: last! };
}

function byRecentIds(ids: readonly Buffer[], known: Known): Judgement {
  let last: Place | undefined;
  for (const [i, id] of ids.entries()) {
    const place = known.recently(id);
    if (!place) return { result: i === 0 ? 'append' : 'conflict' };
    last = place;
  }
  return last ? { result: 'idempotent', place: last } : { result: 'append' };
}
