import type { EventStore, RecordedFact } from '@quittance/event-store';
import type { Pool } from 'pg';
import type { FactDecryptor } from '../decrypt.js';
import type { Parked } from '../parking.js';
import { reasonOf } from '@quittance/process';
import type { AnyProjection } from '../projection.js';
import type { TableDifferences } from './differences.js';
import type { ControlTotals, Total } from './totals.js';

export interface RebuildOptions {
  /** Of at least four connections; two are held meanwhile. */
  pool: Pool;
  projections: readonly AnyProjection[];
  /** Opens personal data; without it, facts are taken as stored. */
  opener?: FactDecryptor;
  /** Where the facts are read from. Default the mirror. */
  from?: 'mirror' | 'store';
  /** These are all projections: read from the store, the mirror is rebuilt with them. */
  whole?: boolean;
  /** For `from: 'store'`: the store, and the prefixes of the streams that are projected. */
  store?: EventStore;
  streams?: readonly string[];
  /** Code of the legal entity, default `main`: what its heartbeats told is kept in the store. */
  entity?: string;
  /** Whose tables are replaced. Default `live`; the tables in `analysis` belong to analysts. */
  target?: 'live' | 'analysis';
  totals?: readonly ControlTotals[];
  /**
   * `stop`: the first fact that a handler fails on, or whose row PostgreSQL refuses, ends the rebuild with ProjectionFaultError:
   * a projection that is being written is wrong there, not the fact. Default `park`: its stream waits. A fact that cannot
   * be opened is no fault of a projection: it is parked either way.
   */
  faults?: 'park' | 'stop';
  /** Swaps nothing and leaves nothing; with `diff`, says which rows would change (so many of a table at most). */
  dryRun?: boolean;
  diff?: number;
  /** The caller holds the projector's lease. */
  projecting?: boolean;
  /** Ends it: the live tables stay as they were. */
  signal?: AbortSignal;
  /** Waited for, when it is a promise. */
  progress?: (progress: RebuildProgress) => unknown;
}

export interface RebuildProgress {
  step: 'reading' | 'indexing' | 'catching up' | 'waiting for readers' | 'comparing' | 'swapping';
  /** Facts that are in the new tables, and facts in the log when it was last looked at. */
  done: number;
  toDo: number;
}

/** What a rebuild came to. */
export interface Rebuilt {
  id: bigint;
  swapped: boolean;
  /** Facts read, and the position of the last. */
  facts: number;
  position: bigint;
  seconds: number;
  totals: Total[];
  /** Streams that have to wait in the new tables: reports leave them out. */
  parked: Parked[];
  differences?: TableDifferences[];
  /** The schema that holds the old tables. */
  retired?: string;
}

/** The facts contradict the new tables: they were not swapped in. */
export class TotalsDifferError extends Error {
  override name = 'TotalsDifferError';
  constructor(readonly totals: readonly Total[]) {
    const [{ projection, of, rebuilt, facts }] = totals as [Total];
    super(
      `${projection}: ${of} would be ${rebuilt ?? 'nothing'}, but the facts add up to ${facts ?? 'nothing'}`,
    );
  }
}

/** A handler failed on a fact, or PostgreSQL refused its row: nothing was swapped in. */
export class ProjectionFaultError extends Error {
  override name = 'ProjectionFaultError';
  constructor(projection: string, { type, stream, revision, position }: RecordedFact, fault: Error) {
    super(
      `projection ${projection} failed on ${type}, revision ${revision} of ${stream} (position ${position.commit}): ` +
        `${reasonOf(fault) || fault.name}`,
    );
  }
}

/** The event store itself lacks facts: somebody cut a stream, or deleted it, and a scavenge took them. */
export class StoreLacksFactsError extends Error {
  override name = 'StoreLacksFactsError';
}

/** The mirror does not hold what the event store does. */
export class DoubtedMirrorError extends Error {
  override name = 'DoubtedMirrorError';
  constructor(what: string) {
    super(`${what}: rebuild the mirror with quittance replay all --from store`);
  }
}

/** The projector at work is of another version of what is to be rebuilt: it would go on writing its own rows. */
export class ProjectorAtWorkError extends Error {
  override name = 'ProjectorAtWorkError';
  constructor(projections: readonly string[]) {
    super(
      `${projections.join(', ')}: changed since the tables were made, and a projector is at work. Start it again with ` +
        'this version: it rebuilds them by itself',
    );
  }
}
