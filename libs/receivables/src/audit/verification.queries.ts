import { Inject, Injectable } from '@nestjs/common';
import {
  type EventStore,
  headAfter,
  isWhole,
  type LogHead,
  MacKeys,
  type RecordedFact,
} from '@quittance/event-store';
import { projectorState } from '@quittance/read-model';
import { Pool } from 'pg';
import { ExportedTotals, type ExportedTotal } from '../audit-export/exported-totals.js';
import { readableLog, UnreadableLogError } from '../audit-export/readable-log.js';
import { placeOf } from '../audit-export/malformed-fact.js';
import type { MoneyOfFacts } from '../ledger/control.js';
import { ENTITY, EVENT_STORE, MONEY_OF_FACTS } from '../parts.js';
import { logHeadStream } from '../streams.js';
import type { LogHeadFacts } from './log-head.events.js';
import { MacFindings, macsDue, type UnknownMacKey } from './macs.js';
import { differencesOf, mirroredIn, stored } from './verification.mirror.js';

/** A head as texts. */
export interface HeadItem {
  position: string;
  facts: string;
  streams: string;
  hash: string;
}

/** A head that was recorded, as it stands in the store, with its place there. */
export interface RecordedHead extends Partial<HeadItem> {
  stream: string;
  revision: string;
  /** Business date. */
  recordedOn?: string;
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
  macs: {
    /** Facts of this step that have a MAC. */
    facts: number;
    /** Position from which on every fact has one; null before MacBegun. */
    after: string | null;
    /** Keys that are named and not known, with what names them: found, too. */
    unknownKeys: UnknownMacKey[];
  };
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

const MOST_FOUND = 20;

/** The log against its mirror, its chains and its heads, in steps of bounded size that keep nothing in between. */
@Injectable()
export class VerificationQueries {
  private readonly keys: MacKeys;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(ENTITY) private readonly entity: string,
    private readonly pool: Pool,
    @Inject(MONEY_OF_FACTS) private readonly money: MoneyOfFacts,
  ) {
    this.keys = new MacKeys(pool);
  }

  /**
   * The heads recorded day by day, as their stream has them; at most `limit`, those before `first` left out. The
   * pages after the first end where the store did when that one was read: at `through`.
   */
  async heads(
    limit: number,
    first = 0n,
    until?: string,
  ): Promise<{ items: RecordedHead[]; next: bigint | null; through: string }> {
    const items: RecordedHead[] = [];
    const through = until ?? String((await this.store.end())?.commit ?? 0);
    for await (const fact of this.store.read(logHeadStream(this.entity), first)) {
      if (fact.position.commit > BigInt(through)) break;
      const { stream, type, data, revision } = fact;
      if (type === 'MacBegun') continue;
      if (items.length === limit) return { items, next: revision, through };
      const { position, facts, streams, hash, recordedOn } = (data ?? {}) as Partial<
        LogHeadFacts['LogHeadRecorded']
      >;
      const place = { stream, revision: String(revision) };
      items.push({ ...place, position, facts, streams, hash, recordedOn });
    }
    return { items, next: null, through };
  }

  async step({ past, limit, head: before, ...question }: StepQuestion): Promise<VerificationStep> {
    const through = question.through ?? (await projectorState(this.pool)).checkpoint?.commit ?? -1n;
    const facts: RecordedFact[] = [];
    const found: string[] = [];
    let position = past ?? -1n;
    let done = true;
    let read = 0;
    let head = before;
    const after = past === undefined ? undefined : { commit: past, prepare: past };
    try {
      for await (const fact of readableLog(this.store, after)) {
        if (fact.position.commit > through) break;
        // Heartbeats count too: a log that stood idle for months holds little else.
        if (read === limit) {
          done = false;
          break;
        }
        read += 1;
        position = fact.position.commit;
        if (isMisplaced(fact))
          found.push(`${placeOf(fact)}: it claims to come from another place of the log`);
        if (fact.stream.startsWith('heartbeat-')) continue;
        facts.push(fact);
        // A head is made of hashes as they are stored: content that was changed beneath its hash leaves it as it was.
        if (typeof stored(fact)?.hash === 'string') head = headAfter(head, fact);
      }
      if (done) position = through;
    } catch (error) {
      if (!(error instanceof UnreadableLogError)) throw error;
      found.push(error.message);
    }
    const totals = new ExportedTotals(this.money);
    const due = await macsDue(this.keys, this.store, this.entity);
    const macs = new MacFindings(due);
    found.push(...(await this.differences(facts, past ?? -1n, position, totals, macs)));
    return {
      position: String(done ? through : position),
      done,
      facts: facts.length,
      head: head ? textsOf(head) : null,
      totals: totals.totals(),
      macs: {
        facts: macs.facts,
        after: due.after === undefined ? null : String(due.after),
        unknownKeys: macs.unknownKeys,
      },
      found: found.slice(0, MOST_FOUND),
    };
  }

  /** What is wrong, each with its place. Facts that are whole are added to the totals. */
  private async differences(
    facts: readonly RecordedFact[],
    past: bigint,
    position: bigint,
    totals: ExportedTotals,
    macs: MacFindings,
  ): Promise<string[]> {
    const mirror = await mirroredIn(this.pool, past, position);
    const before = await this.hashesBefore(facts);
    const found: string[] = [];
    for (const fact of facts) {
      const { stream, revision } = fact;
      const say = (what: string): number => found.push(`${placeOf(fact)}: ${what}`);
      if (!isWhole(fact)) say('its content is not what was hashed');
      else {
        const mac = macs.of(fact);
        if (mac !== undefined) found.push(mac);
        try {
          totals.add(fact);
        } catch (error) {
          found.push((error as Error).message);
        }
      }
      const link = before.get(`${stream} ${revision - 1n}`) ?? null;
      if (stored(fact)?.previousHash !== link) say('it does not link to the fact before');
      before.set(`${stream} ${revision}`, stored(fact)?.hash);
      const mirrored = mirror.get(fact.position.commit);
      if (!mirrored) say('the mirror lacks it');
      else for (const what of differencesOf(mirrored, fact)) say(what);
      mirror.delete(fact.position.commit);
    }
    for (const row of mirror.values()) found.push(`${placeOf(row)}: the mirror holds it, the store does not`);
    return found;
  }

  /** Hashes of the facts before the first of each stream here: of facts that earlier steps have compared. */
  private async hashesBefore(facts: readonly RecordedFact[]): Promise<Map<string, string | undefined>> {
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

/** Only a fact that was moved has an origin, and it keeps the position that it had there. */
const isMisplaced = (fact: RecordedFact): boolean => {
  const origin = stored(fact)?.$origin;
  return origin !== undefined && origin?.position !== String(fact.position.commit);
};

const textsOf = ({ position, facts, streams, hash }: LogHead): HeadItem => ({
  position: String(position.commit),
  facts: String(facts),
  streams: String(streams),
  hash,
});
