import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { Sql } from '@quittance/process';
import { eraseAgain } from '../erasures.js';
import { HEARTBEAT } from '../heartbeat.js';
import { differences } from './differences.js';
import { CarefulFilling } from './careful-filling.js';
import { Filling, type FillsTables, typesOf } from './filling.js';
import { type LogMark, START } from './log-mark.js';
import { type Origin, mirrorOrigin } from './origin.js';
import { snapshotsNow, stillLooking } from './older-snapshots.js';
import { type RebuildOptions, type RebuildProgress, type Rebuilt, TotalsDifferError } from './options.js';
import type { RebuildRecord } from './record.js';
import { createStaging, indexStaging } from './staging.js';
import { StagingWriter } from './staging-writer.js';
import { storeOrigin } from './store-origin.js';
import { ReadersAtWorkError, swapAnalysis, swapLive } from './swap.js';
import { type FactSums, type Total, compareTotals, contradicted, sumFacts } from './totals.js';

/** So few facts are read while the projector waits. */
const LAST_ROUND = 2_000n;

/** How a rebuild begins: as quickly as it goes, until it turns out that it does not. */
export interface Beginning {
  /** Some row is put again: tables have their keys from the beginning. */
  keyed: boolean;
  /** PostgreSQL refused a row. */
  careful: boolean;
}

/** One beginning of a rebuild: fills the new tables, catches up, compares, swaps. */
export class Building {
  private readonly filling: FillsTables;
  private readonly writing: StagingWriter;
  private readonly origin: Origin;
  private readonly started = Date.now();
  private mark: LogMark = START;
  private done = 0;
  private sums: FactSums = new Map();
  private summed = -1n;

  /**
   * @param session holds the lock, and swaps
   * @param writer fills: what it wrote stays when a swap has to be tried again
   */
  constructor(
    private readonly options: RebuildOptions,
    private readonly session: PoolClient,
    private readonly writer: PoolClient,
    private readonly record: RebuildRecord,
    private readonly beginning: Beginning,
  ) {
    const { projections, opener, faults } = options;
    const keyless = this.keyed ? [] : projections.flatMap(({ tables }) => tables);
    this.writing = new StagingWriter(writer, record.schema, new Set(keyless));
    this.origin =
      options.from === 'store'
        ? storeOrigin(
            options.store!,
            options.streams ?? [],
            record.schema,
            options.whole ?? false,
            options.entity ?? 'main',
          )
        : mirrorOrigin(options.pool, typesOf(projections));
    this.filling = beginning.careful
      ? new CarefulFilling(writer, record.schema, projections, opener, this.origin.facts, faults)
      : new Filling(this.writing, projections, opener, this.origin.facts, faults);
  }

  async run(): Promise<Rebuilt> {
    const { pool, projections, opener } = this.options;
    await eraseAgain(pool, opener);
    await createStaging(this.writer, this.record.schema, projections, this.keyed);
    await this.origin.begin(this.writer);
    await this.round('reading');
    await this.origin.firstEnded(this.writer);
    await this.tell('indexing');
    await Promise.all([indexStaging(pool, this.writing, projections), this.sum(pool)]);
    await this.catchUp();
    await this.origin.check(pool, this.mark);
    await this.sum(pool);
    for (;;) {
      await this.catchUp();
      await this.waitForReaders();
      const rebuilt = await this.attempt();
      if (rebuilt) return rebuilt;
    }
  }

  /** The last round while the projector waits, then the swap. @returns undefined: not now, catch up once more */
  private async attempt(): Promise<Rebuilt | undefined> {
    const { session, record, options } = this;
    await session.query('begin');
    try {
      const next = await this.origin.mark(session, this.mark, true);
      if (next.facts - this.mark.facts > LAST_ROUND) return await this.back();
      await this.fill(next);
      await this.sum(session);
      await this.tell('comparing');
      const rebuilt = await this.compare();
      if (options.dryRun) {
        await session.query('rollback');
        await record.drop(session);
        await record.is('compared', { position: this.through, done: this.done });
        return rebuilt;
      }
      const wrong = contradicted(rebuilt.totals);
      if (wrong.length) throw new TotalsDifferError(wrong);
      await this.tell('swapping');
      await this.origin.swap(session, next, record.retired);
      if (options.target === 'analysis') await swapAnalysis(session, record, options.projections);
      else await swapLive(session, record, options.projections, rebuilt.parked);
      await record.is('swapped', { position: this.through, done: this.done }, session);
      await session.query(`drop schema ${record.schema} cascade`);
      await session.query('commit');
      return { ...rebuilt, swapped: true, ...(options.target !== 'analysis' && { retired: record.retired }) };
    } catch (error) {
      await this.back();
      if (!(error instanceof ReadersAtWorkError)) throw error;
      await delay(200, undefined, { signal: options.signal });
      return undefined;
    }
  }

  private async back(): Promise<undefined> {
    await this.session.query('rollback');
  }

  /** Adds what the facts themselves come to, since the last time. */
  private async sum(sql: Sql): Promise<void> {
    const { through } = this;
    const { facts: of } = this.origin;
    const range = { of, after: this.summed, through, parked: this.filling.parking.parked };
    this.sums = await sumFacts(sql, this.totals, range, this.sums);
    this.summed = through;
  }

  private async compare(): Promise<Rebuilt> {
    const { session, record, options } = this;
    const { projections, target = 'live', diff } = options;
    const schemas = { live: target, rebuilt: record.schema };
    const totals: Total[] = await compareTotals(session, projections, this.totals, schemas, this.sums);
    return {
      id: record.id,
      swapped: false,
      facts: this.done,
      position: this.through,
      seconds: (Date.now() - this.started) / 1_000,
      totals,
      parked: this.filling.parking.parked,
      ...(diff !== undefined && { differences: await differences(session, projections, schemas, diff) }),
    };
  }

  private async catchUp(): Promise<void> {
    do await this.round('catching up');
    while ((await this.behind()) > LAST_ROUND / 4n);
  }

  private async behind(): Promise<bigint> {
    return (await this.origin.mark(this.options.pool, this.mark)).facts - this.mark.facts;
  }

  private async round(step: RebuildProgress['step']): Promise<void> {
    await this.fill(await this.origin.mark(this.options.pool, this.mark), step);
  }

  /** Reads the facts up to the mark into the new tables. Heartbeats alone can wait for the next of them. */
  private async fill(to: LogMark, step: RebuildProgress['step'] = 'catching up'): Promise<void> {
    if (!to.checkpoint || to.facts <= this.mark.facts) return;
    for await (const facts of this.origin.pages(this.mark.checkpoint, to.checkpoint)) {
      await this.origin.read(this.writing, facts);
      await this.filling.fill(facts);
      this.done += facts.filter(({ type }) => type !== HEARTBEAT).length;
      await this.tell(step, to);
    }
    await this.filling.finish();
    await this.origin.roundEnded(this.writer, this.mark.checkpoint);
    this.mark = to;
    this.done = Number(to.facts);
  }

  /** Whoever looks at the database as it was before the new tables were full must not find them. */
  private async waitForReaders(): Promise<void> {
    const { pool, signal } = this.options;
    await this.record.is('caught-up', { position: this.through, done: this.done });
    for (
      let looking = await snapshotsNow(pool);
      looking.length;
      looking = await stillLooking(pool, looking)
    ) {
      await this.tell('waiting for readers');
      await delay(50, undefined, { signal });
    }
  }

  private async tell(step: RebuildProgress['step'], to = this.mark): Promise<void> {
    await this.options.progress?.({ step, done: this.done, toDo: Number(to.facts) });
    await this.record.progress(this.through, this.done, to.facts);
    this.options.signal?.throwIfAborted();
  }

  private get keyed(): boolean {
    return this.beginning.keyed || this.beginning.careful;
  }

  private get through(): bigint {
    return this.mark.checkpoint?.commit ?? -1n;
  }

  private get totals() {
    const names = new Set(this.options.projections.map(({ name }) => name));
    return (this.options.totals ?? []).filter(({ projection }) => names.has(projection));
  }
}
