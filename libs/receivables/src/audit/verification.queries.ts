import { Inject, Injectable } from '@nestjs/common';
import {
  type EventStore,
  type FactMetadata,
  headAfter,
  hashOf,
  type LogHead,
  type RecordedFact,
} from '@quittance/event-store';
import { projectorState } from '@quittance/read-model';
import { Pool } from 'pg';
import { ExportedTotals, type ExportedTotal } from '../audit-export/exported-totals.js';
import { ENTITY, EVENT_STORE } from '../parts.js';
import { logHeadStream } from '../streams.js';
import type { LogHeadFacts } from './log-head.events.js';

/** A head as texts. */
export interface HeadItem {
  position: string;
  facts: string;
  streams: string;
  hash: string;
}

/** A head that was recorded, and the business date it was recorded on. */
export interface RecordedHead extends HeadItem {
  recordedOn: string;
}

/** What one step of a verification found; the next one goes on from `head` and `position`. */
export interface VerificationStep {
  /** Up to here the log was read. */
  position: string;
  /** Whether `through` was reached. */
  done: boolean;
  facts: number;
  /** Of the log up to here; null before the first fact. */
  head: HeadItem | null;
  /** What the facts of this step come to. */
  totals: ExportedTotal[];
  /** Differences, each with its place; at most 20. */
  found: string[];
}

export interface StepQuestion {
  /** Read after this position. */
  past?: bigint;
  /** Read up to this position. Default: as far as is projected. */
  through?: bigint;
  limit: number;
  /** The head at `past`. */
  head?: LogHead;
}

interface MirrorRow {
  position: bigint;
  stream: string;
  revision: bigint;
  id: string;
  type: string;
  data: Record<string, unknown>;
  metadata: FactMetadata;
}

const MOST_FOUND = 20;

/** The log against its mirror, its chains and its heads, in steps of bounded size that keep nothing in between. */
@Injectable()
export class VerificationQueries {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(ENTITY) private readonly entity: string,
    private readonly pool: Pool,
  ) {}

  /** The heads recorded day by day, in the order of the log; at most `limit`, those before `first` left out. */
  async heads(limit: number, first = 0n): Promise<{ items: RecordedHead[]; next: bigint | null }> {
    const items: RecordedHead[] = [];
    for await (const { data, revision } of this.store.read(logHeadStream(this.entity), first)) {
      if (items.length === limit) return { items, next: revision };
      const { position, facts, streams, hash, recordedOn } =
        data as unknown as LogHeadFacts['LogHeadRecorded'];
      items.push({ position, facts, streams, hash, recordedOn });
    }
    return { items, next: null };
  }

  async step({ past, limit, head: before, ...question }: StepQuestion): Promise<VerificationStep> {
    const through = question.through ?? (await projectorState(this.pool)).checkpoint?.commit ?? -1n;
    const facts: RecordedFact[] = [];
    let position = past ?? -1n;
    let done = true;
    let read = 0;
    let head = before;
    const after = past === undefined ? undefined : { commit: past, prepare: past };
    for await (const fact of this.store.readAll({ after })) {
      if (fact.position.commit > through) break;
      // Heartbeats count too: a log that stood idle for months holds little else.
      if (read === limit) {
        done = false;
        break;
      }
      read += 1;
      position = fact.position.commit;
      if (fact.stream.startsWith('heartbeat-')) continue;
      facts.push(fact);
      head = headAfter(head, fact);
    }
    if (done) position = through;
    const totals = new ExportedTotals();
    for (const fact of facts) totals.add(fact);
    return {
      position: String(position),
      done,
      facts: facts.length,
      head: head ? textsOf(head) : null,
      totals: totals.totals(),
      found: (await this.differences(facts, past ?? -1n, position)).slice(0, MOST_FOUND),
    };
  }

  private async differences(
    facts: readonly RecordedFact[],
    past: bigint,
    position: bigint,
  ): Promise<string[]> {
    const { rows } = await this.pool.query<MirrorRow>(
      `select position, stream, revision, id, type, data, metadata from mirror.facts
       where position > $1 and position <= $2 order by position`,
      [String(past), String(position)],
    );
    const mirror = new Map(rows.map((row) => [row.position, row]));
    const before = await this.hashesBefore(facts);
    const found: string[] = [];
    for (const fact of facts) {
      const { stream, revision, metadata } = fact;
      const at = `${stream}, revision ${revision}`;
      if (hashOf(stream, revision, fact) !== metadata.hash)
        found.push(`${at}: its content is not what was hashed`);
      const link = before.get(`${stream} ${revision - 1n}`) ?? null;
      if (metadata.previousHash !== link) found.push(`${at}: it does not link to the fact before`);
      before.set(`${stream} ${revision}`, metadata.hash);
      const mirrored = mirror.get(fact.position.commit);
      if (!mirrored) found.push(`${at}: the mirror lacks it`);
      else if (!isSame(mirrored, fact)) found.push(`${at}: the mirror holds another fact`);
      mirror.delete(fact.position.commit);
    }
    for (const { stream, revision } of mirror.values()) {
      found.push(`${stream}, revision ${revision}: the mirror holds it, the store does not`);
    }
    return found;
  }

  /** Hashes of the facts before the first of each stream here: of facts that earlier steps have compared. */
  private async hashesBefore(facts: readonly RecordedFact[]): Promise<Map<string, string>> {
    const first = new Map<string, bigint>();
    for (const { stream, revision } of facts) if (!first.has(stream)) first.set(stream, revision);
    const wanted = [...first].filter(([, revision]) => revision > 0n);
    const { rows } = await this.pool.query<{ stream: string; revision: bigint; hash: string }>(
      `select f.stream, f.revision, f.metadata ->> 'hash' as hash
       from unnest($1::text[], $2::bigint[]) as w (stream, revision) join mirror.facts f using (stream, revision)`,
      [wanted.map(([stream]) => stream), wanted.map(([, revision]) => String(revision - 1n))],
    );
    return new Map(rows.map(({ stream, revision, hash }) => [`${stream} ${revision}`, hash]));
  }
}

/** The mirror's row, hashed again, is the fact of the store. */
const isSame = (row: MirrorRow, { stream, revision, id, metadata }: RecordedFact): boolean =>
  row.stream === stream &&
  row.revision === revision &&
  row.id === id &&
  row.metadata.hash === metadata.hash &&
  hashOf(row.stream, row.revision, row) === metadata.hash;

const textsOf = ({ position, facts, streams, hash }: LogHead): HeadItem => ({
  position: String(position.commit),
  facts: String(facts),
  streams: String(streams),
  hash,
});
