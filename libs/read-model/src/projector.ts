import { setTimeout as delay } from 'node:timers/promises';
import { type EventStore, type RecordedFact, StreamDeletedError } from '@quittance/event-store';
import { StreamGapError } from './continuity.js';
import { tidyErasures } from './erasures.js';
import { aboutFact, type Counts, kindOfError } from '@quittance/process';
import { Forgetting } from './forgetting.js';
import { HEARTBEAT, Heartbeat, heartbeatStream } from './heartbeat.js';
import { InboundQueue } from './inbound-queue.js';
import { KeptInstants } from './kept-instants.js';
import { Listening } from './listening.js';
import { type Projected, ReadModel, type ReadModelOptions } from './read-model.js';
import { releaseParked } from './release.js';
import { mustBeSameStore, flushCheckpoint } from './same-store.js';
import { fillGap, isUnavailable, passedOver } from './reread.js';
import { comparePositions } from './state.js';
import { cutInStore, gapInStore } from './stops.js';

/** What the projector says, without personal data. pino fits. */
export interface ProjectorLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface ProjectorOptions extends ReadModelOptions {
  store: EventStore;
  /** Code of the legal entity: its heartbeats keep time. */
  entity: string;
  /** Prefixes of the streams to project, without the heartbeats'. */
  streams: readonly string[];
  log: ProjectorLog;
  /** At most so many facts in one transaction. Default 500. */
  batch?: number;
  /** Milliseconds between two readings of the tail. Default ten minutes. */
  reread?: number;
  /** Seconds of silence after which the subscription is taken for dead. */
  silence?: number;
  /** Milliseconds between heartbeats when idle, and after facts. */
  heartbeat?: { idle?: number; soon?: number };
  /** Heartbeats after which the store is told to forget those before. Default 1,000. */
  forget?: number;
  /** Told what is counted (docs/watching.md). */
  counts?: Pick<Counts, 'add'>;
  /** Told of facts whose rows are committed, and when their batch began. */
  projected?: (facts: readonly RecordedFact[], began: Date) => void;
}

/** Facts found late that are held at once; a later reading finds the others. */
const MOST_LATE = 1_000;

/** Facts from the store into the tables: hears, gathers, writes, and looks again for what it may have missed. */
export class Projector {
  private readonly queue: InboundQueue;
  private readonly heartbeat: Heartbeat;
  private readonly listening: Listening;
  private model: ReadModel | undefined;
  private forgetting: Forgetting | undefined;
  private readonly stopping = new AbortController();
  private rereading: NodeJS.Timeout | undefined;
  private late: RecordedFact[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private tidying: Promise<void> = Promise.resolve();
  private hears = false;
  /** Counted since the start. */
  readonly counts = { facts: 0, skipped: 0, batches: 0, restarts: 0, late: 0 };

  constructor(private readonly options: ProjectorOptions) {
    const { store, entity, log, batch = 500 } = options;
    this.queue = new InboundQueue(2 * batch);
    this.heartbeat = new Heartbeat({
      store,
      entity,
      ...options.heartbeat,
      failed: (error) => log.warn({ reason: error.message }, 'no heartbeat could be recorded'),
    });
    this.listening = new Listening({
      store,
      streams: [...options.streams, heartbeatStream(entity)],
      from: () => this.model?.checkpoint,
      fact: (fact) => this.hear(fact),
      again: () => this.dropAndFlush(),
      heard: (hears, why) => this.heard(hears, why),
      isHeldUp: () => this.queue.isFull,
      silence: options.silence,
    });
  }

  /**
   * Projects until `stop`. @throws ProjectorStop when it has to end for good, and what PostgreSQL or the store
   * said when one of them could not be reached at the start.
   */
  run(): Promise<void> {
    return this.project().catch((error: Error) => {
      throw error instanceof StreamDeletedError ? cutInStore(error.message) : error;
    });
  }

  private async project(): Promise<void> {
    const { store, pool, log, projections, opener, reread = 600_000 } = this.options;
    const released = await releaseParked({ pool, projections, opener }); // all: `streams` of ours are prefixes
    if (released.length) log.info({ released }, 'parked streams go on');
    await flushCheckpoint(store, pool);
    await mustBeSameStore(store, pool);
    const instants = await KeptInstants.read(store, this.options.entity);
    const model = (this.model = await ReadModel.open({ ...this.options, instants }));
    this.forgetting = this.forgettingWith(instants);
    this.listening.start();
    this.heartbeat.start();
    this.rereading = setInterval(() => void this.lookAgain(), reread);
    void this.lookAgain();
    try {
      while (!this.stopping.signal.aborted) {
        const facts = await this.queue.take(this.options.batch ?? 500);
        if (facts.length === 0) continue;
        this.writing = this.write(model, facts);
        await this.writing;
      }
    } finally {
      await this.end();
      await pool.query('update projector.state set subscribed = false').catch(() => undefined);
    }
  }

  /** A heartbeat at once: somebody asks about this very moment. */
  beat(): void {
    this.heartbeat.now();
  }

  /** Ends after the batch in hand; `run` returns then. */
  stop(): void {
    this.stopping.abort();
    this.queue.close();
  }

  /** Writes a batch, however often PostgreSQL is away; facts that the subscription lost are fetched first. */
  private async write(model: ReadModel, facts: RecordedFact[]): Promise<void> {
    const { log, store } = this.options;
    const late = this.late.splice(0);
    for (let failures = 0; ; failures += 1) {
      try {
        const batch = [...late, ...facts].sort((a, b) => comparePositions(a.position, b.position));
        const began = new Date();
        const projected = await model.project(batch);
        this.counted(projected, late.length, began);
        if (projected.erased > 0) void this.tidy();
        if (projected.beat) this.forgetting?.passed(projected.beat);
        this.options.projected?.(batch, began);
        if (facts.some(({ type }) => type !== HEARTBEAT)) this.heartbeat.soon();
        return;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        if (error instanceof StreamGapError) {
          const filling = await fillGap(store, error);
          if (!filling) throw gapInStore(error.message);
          const about = { ...aboutFact(filling[0]!), facts: filling.length };
          log.error(about, 'the subscription lost facts: read again');
          late.push(...filling);
        } else if (kindOfError(error) === 'passing' || isUnavailable(error)) {
          log.warn({ reason: (error as Error).message }, 'the batch could not be written: trying again');
          await delay(Math.min(5_000, 100 * 2 ** failures), undefined, {
            signal: this.stopping.signal,
          }).catch(() => undefined);
        } else throw error;
      }
    }
  }

  private hear(fact: RecordedFact): void | Promise<void> {
    if (!fact.type.startsWith('$')) return this.queue.offer(fact);
    // The store's own events in our streams: somebody deleted one, which Quittance never does.
    this.options.log.error({ stream: fact.stream, type: fact.type }, 'a stream was tampered with');
  }

  private counted(projected: Projected, late: number, began: Date): void {
    const { counts, log } = this.options;
    this.counts.facts += projected.facts;
    this.counts.skipped += projected.skipped;
    this.counts.late += late;
    this.counts.batches += 1;
    counts?.add('batches');
    counts?.add('batch milliseconds', Date.now() - began.getTime());
    counts?.add('skipped', projected.skipped);
    counts?.add('late', late);
    counts?.add('parked', projected.parked.length);
    for (const parked of projected.parked) log.error(parked, 'a stream has to wait');
  }

  /** What was heard and not written comes again; what is being written is finished first. */
  private async dropAndFlush(): Promise<void> {
    this.queue.clear();
    await this.writing.catch(() => undefined);
    this.queue.clear();
  }

  private async lookAgain(): Promise<void> {
    await Promise.all([this.readAgain(), this.tidy()]);
  }

  private async readAgain(): Promise<void> {
    const { store, pool, streams, log } = this.options;
    if (this.late.length > 0) return;
    try {
      for await (const fact of passedOver(store, pool, streams)) {
        log.error(aboutFact(fact), 'the subscription passed over a fact');
        if (this.late.push(fact) >= MOST_LATE) break;
      }
      // The next batch takes them along: a heartbeat makes one soon.
      if (this.late.length) this.heartbeat.now();
    } catch (error) {
      log.warn({ reason: (error as Error).message }, 'the tail could not be read again');
    }
  }

  /** Finishes erasures beside the projecting; what fails is tried again soon. */
  private tidy(): Promise<void> {
    const { pool, log } = this.options;
    const failed = (error: Error): void => {
      log.warn({ reason: error.message }, 'emptied tables could not be rewritten yet');
      setTimeout(() => !this.stopping.signal.aborted && void this.tidy(), 5_000).unref();
    };
    return (this.tidying = this.tidying.then(() => tidyErasures(pool)).then(() => undefined, failed));
  }

  private forgettingWith(instants: KeptInstants): Forgetting {
    const { store, pool, entity, log, forget: every } = this.options;
    const failed = (error: Error): void =>
      log.warn({ reason: error.message }, 'old heartbeats could not be forgotten yet');
    return new Forgetting({ store, pool, entity, instants, every, failed });
  }

  private heard(hears: boolean, why?: string): void {
    if (!hears) {
      this.counts.restarts += 1;
      this.options.counts?.add('restarts');
      this.options.log.warn({ reason: why }, 'the subscription ended: starting again');
    }
    if (hears === this.hears) return;
    this.hears = hears;
    this.options.pool.query('update projector.state set subscribed = $1', [hears]).catch(() => undefined);
  }

  private async end(): Promise<void> {
    clearInterval(this.rereading);
    this.queue.close();
    await Promise.all([this.listening.stop(), this.heartbeat.stop(), this.tidying, this.forgetting?.stop()]);
  }
}
