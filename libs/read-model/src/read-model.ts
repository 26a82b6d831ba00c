import { randomUUID } from 'node:crypto';
import type { Position, RecordedFact } from '@quittance/event-store';
import type { Pool, PoolClient } from 'pg';
import { following, revisionsOf, saveRevisions } from './continuity.js';
import { kindOfError, transaction } from './database.js';
import { Fold, RefusedRowError } from './fold.js';
import { HEARTBEAT } from './heartbeat.js';
import { mirror, recordedAt } from './mirror.js';
import { type OpenedFact, type FactOpener, openFacts } from './opening.js';
import { type Parked, Parking } from './parking.js';
import type { AnyProjection } from './projection.js';
import { type ProjectorState, comparePositions, moveState, projectorState } from './state.js';
import { overtaken, unknownFact } from './stops.js';

export interface ReadModelOptions {
  pool: Pool;
  projections: readonly AnyProjection[];
  /** Opens personal data; without it, facts are taken as stored. */
  opener?: FactOpener;
  /** Whether this version knows the type. Default: some projection has a handler for it. */
  knows?: (type: string) => boolean;
}

/** What a batch did. `skipped` were delivered before; `parked` are streams that have to wait since this batch. */
export interface Projected {
  facts: number;
  skipped: number;
  parked: Parked[];
}

/**
 * The tables of all projections, fed by batches in commit order. Rows, mirror, continuity and checkpoint move in
 * one transaction; of two that feed the same tables, the second to commit rolls back and ends.
 */
export class ReadModel {
  private readonly id = randomUUID();
  private readonly handlers: Map<string, AnyProjection[]>;

  private constructor(
    private readonly options: ReadModelOptions,
    private position: Position | undefined,
    private parking: Parking,
  ) {
    this.handlers = new Map();
    for (const projection of options.projections) {
      for (const type of Object.keys(projection.on)) {
        this.handlers.set(type, [...(this.handlers.get(type) ?? []), projection]);
      }
    }
  }

  static async open(options: ReadModelOptions): Promise<ReadModel> {
    const { checkpoint } = await projectorState(options.pool);
    return new ReadModel(options, checkpoint, await Parking.load(options.pool));
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
    const projected = await this.halving(await openFacts(this.options.opener, known), new Map());
    if (unknown < 0) return projected;
    const { type, stream, position } = facts[unknown]!;
    throw unknownFact(type, stream, position.commit);
  }

  private knows(type: string): boolean {
    return type === HEARTBEAT || (this.options.knows?.(type) ?? this.handlers.has(type));
  }

  /** When PostgreSQL refuses a row, halves find the fact it came from; alone, it is parked by that projection. */
  private async halving(facts: OpenedFact[], refused: Map<string, Error>): Promise<Projected> {
    if (facts.length === 0) return { facts: 0, skipped: 0, parked: [] };
    try {
      return await this.write(facts, refused);
    } catch (error) {
      if (!(error instanceof RefusedRowError)) throw error;
      if (facts.length === 1) return this.halving(facts, refused.set(error.projection, error));
      const middle = facts.length >> 1;
      const first = await this.halving(facts.slice(0, middle), new Map());
      const second = await this.halving(facts.slice(middle), new Map());
      return {
        facts: first.facts + second.facts,
        skipped: first.skipped + second.skipped,
        parked: [...first.parked, ...second.parked],
      };
    }
  }

  private async write(batch: OpenedFact[], refused: ReadonlyMap<string, Error>): Promise<Projected> {
    let parking = this.parking.fork();
    let position = this.position;
    const projected = await transaction(this.options.pool, async (sql) => {
      const state = await projectorState(sql, { lock: true });
      if (comparePositions(state.checkpoint, position) !== 0) {
        // Our own commit, whose answer was lost, or somebody else's.
        if (state.writer !== this.id || comparePositions(state.checkpoint, position) < 0) throw overtaken();
        position = state.checkpoint;
        parking = await Parking.load(sql);
      }
      // Somebody may have released a stream meanwhile.
      if (!parking.isEmpty) parking = await Parking.load(sql);
      const facts = batch.filter(({ stored }) => stored.type !== HEARTBEAT);
      const last = await revisionsOf(
        sql,
        facts.map(({ stored }) => stored),
      );
      const news = new Set(
        following(
          last,
          facts.map(({ stored }) => stored),
        ),
      );
      const fresh = facts.filter(({ stored }) => news.has(stored));
      await this.rows(sql, fresh, parking, refused);
      const parked = await parking.save(sql);
      position = await this.log(sql, batch, news, state);
      return { facts: fresh.length, skipped: facts.length - fresh.length, parked };
    });
    this.parking = parking;
    this.position = position;
    return projected;
  }

  private async rows(
    sql: PoolClient,
    fresh: readonly OpenedFact[],
    parking: Parking,
    refused: ReadonlyMap<string, Error>,
  ): Promise<void> {
    const fold = new Fold();
    for (const { stored, opened, broken } of fresh) {
      for (const projection of this.handlers.get(stored.type) ?? []) {
        if (parking.holds(projection.name, stored)) continue;
        try {
          const error = refused.get(projection.name) ?? broken;
          if (error) throw error;
          fold.collect(projection, opened);
        } catch (error) {
          parking.park(projection.name, stored, error as Error);
        }
      }
    }
    await fold.load(sql);
    fold.apply(
      ({ name }, fact) => parking.holds(name, fact),
      ({ name }, fact, error) => parking.park(name, fact, error),
    );
    await fold.save(sql, (error) => ['data', 'code'].includes(kindOfError(error)));
  }

  /** Mirror, continuity and checkpoint of the batch. Facts that lie before the checkpoint were found late. */
  private async log(
    sql: PoolClient,
    batch: readonly OpenedFact[],
    news: ReadonlySet<RecordedFact>,
    state: ProjectorState,
  ): Promise<Position | undefined> {
    let max = state.recordedMax ?? new Date(0);
    const later: RecordedFact[] = [];
    const maxima: Date[] = [];
    const late: RecordedFact[] = [];
    let checkpoint = state.checkpoint;
    let beat = false;
    for (const { stored } of batch) {
      const at = recordedAt(stored);
      if (comparePositions(stored.position, state.checkpoint) <= 0) {
        if (!news.has(stored)) continue;
        late.push(stored);
      }
      if (at > max) max = at;
      if (late.at(-1) === stored) continue;
      if (comparePositions(stored.position, checkpoint) > 0) checkpoint = stored.position;
      if (stored.type === HEARTBEAT) beat = true;
      if (!news.has(stored)) continue;
      later.push(stored);
      maxima.push(max);
    }
    if (later.length) await mirror(sql, later, maxima, false);
    if (late.length) await mirror(sql, late, late.map(recordedAt), true);
    if (news.size) await saveRevisions(sql, [...news]);
    if (checkpoint && (news.size || checkpoint !== state.checkpoint)) {
      await moveState(sql, { checkpoint, facts: news.size, recordedMax: max, beat, writer: this.id });
    }
    return checkpoint;
  }
}
