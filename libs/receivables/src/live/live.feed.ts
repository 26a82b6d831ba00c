import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ProblemError } from '@quittance/http';
import { ProjectorWatch } from '@quittance/reading';
import { Pool } from 'pg';
import { type Changed, changedSince, NOTHING } from './changed.sql.js';

/** How the read side stands. */
export interface StandingNow {
  /** Milliseconds since everything recorded was last known to be in the tables; null: the projector never ran. */
  behindMs: number | null;
  stale: boolean;
  parked: number;
}

/** What one look found. */
export interface Looked {
  position: bigint;
  standing: StandingNow;
}

export interface Listener {
  /** Who listens. */
  actor: string;
  heard: (looked: Looked) => void;
  /** The process stops, or cannot look any more. */
  over: () => void;
}

/** However many listen, one looks for all, this often. */
const LOOK_EVERY_MS = 250;
const MOST_LISTENERS = 500;
const MOST_OF_ONE = 20;

/** Tells listeners how far the tables are. Nobody looks while nobody listens. */
@Injectable()
export class LiveFeed implements OnModuleDestroy {
  private readonly listeners = new Set<Listener>();
  private looking?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly watch: ProjectorWatch,
  ) {}

  async now(): Promise<Looked> {
    const state = await this.watch.state();
    const { position, completeThrough, parked } = state;
    const behindMs = completeThrough ? Math.max(0, Date.now() - completeThrough.getTime()) : null;
    return { position, standing: { behindMs, stale: this.watch.isStale(state, 0n), parked } };
  }

  /** What facts after a position touched, up to another one. */
  changed(after: bigint, through: bigint): Promise<Changed> {
    return after >= through ? Promise.resolve(NOTHING) : changedSince(this.pool, after, through);
  }

  /** @returns what ends it @throws ProblemError 503 when too many listen */
  listen(listener: Listener): () => void {
    const own = [...this.listeners].filter(({ actor }) => actor === listener.actor).length;
    if (this.stopped || this.listeners.size >= MOST_LISTENERS || own >= MOST_OF_ONE) {
      throw new ProblemError(503, 'too-many-listeners', 'Too many listen already: close some of them.', [], {
        'Retry-After': '10',
      });
    }
    this.listeners.add(listener);
    this.looking ??= setTimeout(() => void this.look(), LOOK_EVERY_MS);
    return () => void this.listeners.delete(listener);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.looking);
    for (const { over } of this.listeners) over();
    this.listeners.clear();
  }

  private async look(): Promise<void> {
    try {
      const looked = await this.now();
      for (const { heard } of this.listeners) heard(looked);
    } catch {
      // Whoever listens comes again, and is told then why not.
      for (const { over } of this.listeners) over();
      this.listeners.clear();
    }
    const goesOn = this.listeners.size > 0 && !this.stopped;
    this.looking = goesOn ? setTimeout(() => void this.look(), LOOK_EVERY_MS) : undefined;
  }
}
