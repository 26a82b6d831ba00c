import { randomUUID } from 'node:crypto';
import type { Position, RecordedFact } from '@quittance/event-store';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { advance, type Beat } from './advance.js';
import { handlersOf } from './asking.js';
import { askRevisions, following, revisionsFrom } from './continuity.js';
import { isRefusal, transaction } from '@quittance/process';
import { Fold } from './fold.js';
import { eraseRows } from './erasures.js';
import { HEARTBEAT } from './heartbeat.js';
import { KeptInstants, lift } from './kept-instants.js';
import { leaveBehind } from './left-behind.js';
import { flushLate } from './mirror.js';
import { type FactDecryptor, type DecryptedFact, decryptFacts, erasedBy } from './decrypt.js';
import { type Parked, Parking } from './parking.js';
import type { AnyProjection } from './projection.js';
import { ASK_MADE, madeFrom, stillOurs } from './rebuild/changed.js';
import { LOCK_STATE, TELL_PROGRESS, comparePositions, projectorState, stateFrom } from './state.js';
import { overtaken, unknownFact } from './stops.js';
import { RefusedRowError, oneByOne, writeTogether } from './writes.js';

export interface ReadModelOptions {
  pool: Pool;
  projections: readonly AnyProjection[];
  /** Opens personal data; without it, facts are taken as stored. */
  opener?: FactDecryptor;
  /** Whether this version knows the type. Default: some projection has a handler for it. */
  knows?: (type: string) => boolean;
  /** What heartbeats told that are forgotten. Default: nothing. */
  instants?: KeptInstants;
}

/**
 * What a batch did. `skipped` were delivered before; `erased` are subjects whose rows were emptied; `parked` are
 * streams that have to wait since this batch.
 */
export interface Projected {
  facts: number;
  skipped: number;
  erased: number;
  parked: Parked[];
  /** The last heartbeat of it. */
  beat?: Beat;
}

/**
 * The tables of all projections, fed by batches in commit order. Rows, mirror, continuity and checkpoint move in
 * one transaction; of two that feed the same tables, the second to commit rolls back and ends.
 */
export class ReadModel {
  private readonly id = randomUUID();
  private readonly handlers: Map<string, AnyProjection[]>;
  private readonly instants: KeptInstants;

  private constructor(
    private readonly options: ReadModelOptions,
    private position: Position | undefined,
    private rebuilt: bigint | undefined,
    /** Streams may wait, so that each batch asks about its own. */
    private waiting: boolean,
  ) {
    this.handlers = handlersOf(options.projections);
    this.instants = options.instants ?? new KeptInstants();
  }

  static async open(options: ReadModelOptions): Promise<ReadModel> {
    const { checkpoint, rebuilt } = await projectorState(options.pool);
    return new ReadModel(options, checkpoint, rebuilt, await Parking.any(options.pool));
  }

  /** The last fact processed: to go on from. */
  get checkpoint(): Position | undefined {
    return this.position;
  }

  /**
   * Projects facts in commit order; all of them or, on an error, a beginning of them. A fact that a projection
   * or PostgreSQL refuses parks its stream for that projection.
   * @throws ProjectorStop for an unknown type or when another projector moved on; StreamGapError; errors of the
   * connection, after which the same batch may be given again.
   */
  async project(facts: readonly RecordedFact[]): Promise<Projected> {
    const unknown = facts.findIndex(({ type }) => !this.knows(type));
    const known = unknown < 0 ? facts : facts.slice(0, unknown);
    const projected = await this.halving(await decryptFacts(this.options.opener, known), new Map());
    if (unknown < 0) return projected;
    const { type, stream, position } = facts[unknown]!;
    throw unknownFact(type, stream, position.commit);
  }

  private knows(type: string): boolean {
    return type === HEARTBEAT || (this.options.knows?.(type) ?? this.handlers.has(type));
  }

  /** When PostgreSQL refuses a row, halves find the fact it came from; alone, it is parked by that projection. */
  private async halving(
    facts: DecryptedFact[],
    refused: Map<string, Error>,
    together = true,
  ): Promise<Projected> {
    if (facts.length === 0) return { facts: 0, skipped: 0, erased: 0, parked: [] };
    try {
      return await this.write(facts, refused, together);
    } catch (error) {
      if (together && isRefusal(error)) return this.halving(facts, refused, false);
      if (!(error instanceof RefusedRowError) || refused.has(error.projection)) throw error;
      if (facts.length === 1) return this.halving(facts, refused.set(error.projection, error), false);
      const middle = facts.length >> 1;
      const first = await this.halving(facts.slice(0, middle), new Map());
      const second = await this.halving(facts.slice(middle), new Map());
      return {
        facts: first.facts + second.facts,
        skipped: first.skipped + second.skipped,
        erased: first.erased + second.erased,
        parked: [...first.parked, ...second.parked],
        beat: second.beat ?? first.beat,
      };
    }
  }

  /** One transaction, three round trips: all that must be known, all that changes, the commit. */
  private async write(
    batch: DecryptedFact[],
    refused: ReadonlyMap<string, Error>,
    together: boolean,
  ): Promise<Projected> {
    let { position, rebuilt, waiting } = this;
    const { projections } = this.options;
    const facts = batch.filter(({ stored }) => stored.type !== HEARTBEAT);
    const kept = batch.map(({ stored }) => this.instants.hear(stored)).filter((one) => one !== undefined);
    const fold = this.fold(facts, refused);
    const loads = together ? fold.loads().map(({ text }) => text) : [];
    const revisionsOf = askRevisions(facts.map(({ stored }) => stored));
    const opening = [BEGIN, LOCK_STATE, ASK_MADE, revisionsOf, ...loads].join(';');
    const work = async (sql: PoolClient, opened: QueryResult[]): Promise<Projected> => {
      const [locked, recorded, revisions, ...loaded] = opened.slice(BEGIN.split(';').length);
      const state = stateFrom(locked!);
      const made = madeFrom(recorded!);
      if (comparePositions(state.checkpoint, position) !== 0) {
        // Our own commit, whose answer was lost, or somebody else's.
        if (state.writer !== this.id || comparePositions(state.checkpoint, position) < 0) throw overtaken();
        waiting = true;
      }
      if (state.writer !== this.id || state.rebuilt !== this.rebuilt) stillOurs(made, projections);
      if (state.rebuilt !== this.rebuilt) waiting = true;
      // Asked each time: somebody may have released a stream meanwhile.
      const parking = waiting ? await parkedOf(sql, facts) : Parking.empty();
      const news = new Set<RecordedFact>(
        following(
          revisionsFrom(revisions!),
          facts.map(({ opened: fact }) => fact),
        ),
      );
      fold.loaded(together ? loaded : await oneByOne(sql, fold.loads(), isRefusal));
      this.park(facts, news, refused, parking);
      fold.apply(
        ({ name }, fact) => !news.has(fact) || parking.holds(name, fact),
        ({ name }, fact, error) => parking.park(name, fact, error),
      );
      const rows = fold.writes();
      if (!together) await oneByOne(sql, rows, isRefusal);
      const { writes, late, checkpoint, beat } = advance(batch, news, state, this.id, this.instants);
      if (writes.length) await writeTogether(sql, [...(together ? rows : []), ...writes], TELL_PROGRESS);
      await flushLate(sql, late);
      for (const one of kept) await lift(sql, one);
      const erased = await eraseRows(sql, news, { projections, parking });
      if (news.size) await leaveBehind(sql, made, projections);
      position = checkpoint;
      rebuilt = state.rebuilt;
      const skipped = facts.length - news.size;
      const parked = await parking.save(sql);
      waiting = waiting ? await Parking.any(sql) : parked.length > 0;
      return { facts: news.size, skipped, erased, parked, beat };
    };
    const projected = await transaction(this.options.pool, work, opening);
    this.waiting = waiting;
    this.position = position;
    this.rebuilt = rebuilt;
    return projected;
  }

  private fold(facts: readonly DecryptedFact[], refused: ReadonlyMap<string, Error>): Fold {
    const fold = new Fold();
    for (const { opened } of facts) {
      for (const projection of this.handlers.get(opened.type) ?? []) {
        if (!refused.has(projection.name)) fold.collect(projection, opened);
      }
    }
    return fold;
  }

  /** Facts that cannot be opened wait everywhere; a fact whose row was refused, in the projection it is of. */
  private park(
    facts: readonly DecryptedFact[],
    news: ReadonlySet<RecordedFact>,
    refused: ReadonlyMap<string, Error>,
    parking: Parking,
  ): void {
    for (const { opened, broken } of facts) {
      if (!news.has(opened) || (!broken && refused.size === 0)) continue;
      for (const { name } of this.handlers.get(opened.type) ?? []) {
        const error = refused.get(name) ?? broken;
        if (error) parking.park(name, opened, error);
      }
    }
  }
}

/** Plans are made once for all batches, whatever their size. */
const BEGIN = 'begin; set local plan_cache_mode = force_generic_plan';

/** What waits of the streams of a batch; of all, where someone is erased: their facts are looked for everywhere. */
const parkedOf = (sql: PoolClient, facts: readonly DecryptedFact[]): Promise<Parking> =>
  facts.some(({ opened }) => erasedBy(opened) !== undefined)
    ? Parking.load(sql)
    : Parking.load(
        sql,
        facts.map(({ opened }) => opened.stream),
      );
