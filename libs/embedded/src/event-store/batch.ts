import { randomUUID } from 'node:crypto';
import { type Head, NO_HEAD, lastOf, stateOf, withEvent } from './heads.js';
import { type Expected, type Place, judge } from './expected-revision.js';
import type { Protection } from './protection.js';
import { type NewEvent, type StoredEvent, SYSTEM, TOMBSTONE_REVISION, uuidBytes } from './stored-event.js';
import {
  SOFT_DELETED,
  baseOf,
  isMetastream,
  isSoftDeleted,
  metastreamOf,
  recreatedFrom,
} from './stream-metadata.js';

/** One atomic write to one stream. */
export interface Write {
  kind: 'append' | 'delete' | 'tombstone';
  stream: string;
  expected: Expected;
  /** What an append stores; empty for the others. */
  events: readonly NewEvent[];
  /** What it takes of the queue's memory. */
  size: number;
  /** Milliseconds since 1970: not begun by then, it is not done. */
  deadline: number;
}

export type Outcome =
  /** Stored now or before; without a position when there was nothing to store. */
  | { result: 'stored'; revision: number; position?: number }
  | { result: 'conflict'; actual: number }
  | { result: 'deleted' }
  /** The stream is one that keeps its facts. */
  | { result: 'denied' }
  /** Not known to be stored: too late, or the database went away. */
  | { result: 'timeout' }
  | { result: 'unavailable' };

/** What the log already holds, as far as the writes of a batch ask for it. */
export interface Stored {
  heads: Map<string, Head>;
  /** By stream and revision, for writes whose expected revision is passed. */
  at(stream: string, revision: number): { id: Buffer; position: number } | undefined;
  recently(stream: string, id: Buffer): Place | undefined;
}

/** Writes decided one after the other, each seeing those before it; nothing outside the batch changes. */
export class Batch {
  readonly events: StoredEvent[] = [];
  readonly heads = new Map<string, Head>();
  /** What this batch stores, by stream: a retry may arrive in the same batch. */
  private readonly staged = new Map<string, StoredEvent[]>();

  constructor(
    private readonly stored: Stored,
    private position: number,
    private readonly created: number,
    private readonly protection: Protection,
  ) {}

  decide(write: Write): Outcome {
    const { stream, kind } = write;
    const state = stateOf(this.head(stream), stream);
    if (kind === 'append' && this.protection.isClosed(stream, state.metadata)) return { result: 'deleted' };
    // A deletion is an event that nobody has stored before.
    const ids = kind === 'append' ? write.events.map(({ id }) => id) : [uuidBytes(randomUUID())!];
    const staged = this.staged.get(stream);
    const judgement = judge(state, write.expected, ids, {
      at: (revision) => staged?.[revision - staged[0]!.revision] ?? this.stored.at(stream, revision),
      recently: (id) => staged?.find((event) => event.id.equals(id)) ?? this.stored.recently(stream, id),
    });
    switch (judgement.result) {
      case 'deleted':
        return judgement;
      case 'conflict':
        return { result: 'conflict', actual: state.last };
      case 'idempotent':
        return { result: 'stored', revision: judgement.place.revision, position: judgement.place.position };
      case 'append':
        if (kind === 'delete' && state.last < 0 && !state.hasMetadata)
          return { result: 'conflict', actual: -1 };
        return this.carryOut(write, state.last);
    }
  }

  private carryOut({ kind, stream, events }: Write, last: number): Outcome {
    if (kind === 'tombstone') return this.store(stream, system(SYSTEM.tombstone), TOMBSTONE_REVISION);
    if (kind === 'delete') return this.store(metastreamOf(stream), system(SYSTEM.metadata, SOFT_DELETED));
    const before = this.head(stream);
    let outcome: Outcome = { result: 'stored', revision: last };
    for (const event of events) outcome = this.store(stream, event);
    if (isSoftDeleted(before.metadata)) this.recreate(stream, before, events);
    return outcome;
  }

  /**
   * A write to a soft-deleted stream, or to its metadata, brings it back, be it one of nothing: numbering goes on, and
   * `$tb` hides what was deleted.
   */
  private recreate(stream: string, before: Head, events: readonly NewEvent[]): void {
    const metadata = (isMetastream(stream) && events.at(-1)?.data) || before.deletedBy!;
    const data = recreatedFrom(metadata, before.last + 1);
    this.store(metastreamOf(baseOf(stream)), system(SYSTEM.metadata, data));
  }

  private store(stream: string, event: NewEvent, revision?: number): Outcome {
    const head = this.head(stream);
    const stored: StoredEvent = {
      position: ++this.position,
      stream,
      revision: revision ?? lastOf(head, stream) + 1,
      id: event.id,
      type: event.type,
      json: event.json,
      data: event.data,
      metadata: event.metadata,
      created: this.created,
    };
    this.events.push(stored);
    const staged = this.staged.get(stream);
    if (staged) staged.push(stored);
    else this.staged.set(stream, [stored]);
    this.heads.set(baseOf(stream), withEvent(head, stream, stored.revision, stored.data));
    return { result: 'stored', revision: stored.revision, position: stored.position };
  }

  private head(stream: string): Head {
    const base = baseOf(stream);
    return this.heads.get(base) ?? this.stored.heads.get(base) ?? NO_HEAD;
  }
}

function system(type: string, data: Buffer = Buffer.alloc(0)): NewEvent {
  return {
    id: uuidBytes(randomUUID())!,
    type,
    json: type === SYSTEM.metadata,
    data,
    metadata: Buffer.alloc(0),
  };
}
