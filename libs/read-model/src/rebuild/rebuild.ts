import type { EventStore } from '@quittance/event-store';
import type { Pool, PoolClient } from 'pg';
import type { FactOpener } from '../opening.js';
import type { Parked } from '../parking.js';
import type { AnyProjection } from '../projection.js';
import { versionOf } from '../version.js';
import { Building } from './building.js';
import type { TableDifferences } from './differences.js';
import { LateFactsError } from './log-mark.js';
import { RebuildRecord } from './record.js';
import type { ControlTotals, Total } from './totals.js';

export interface RebuildOptions {
  /** Of at least four connections; two are held meanwhile. */
  pool: Pool;
  projections: readonly AnyProjection[];
  /** Opens personal data; without it, facts are taken as stored. */
  opener?: FactOpener;
  /** Where the facts are read from. Default the mirror. */
  from?: 'mirror' | 'store';
  /** For `from: 'store'`: the store, and the prefixes of the streams that are projected. */
  store?: EventStore;
  streams?: readonly string[];
  /** Whose tables are replaced. Default `live`; the tables in `analysis` belong to analysts. */
  target?: 'live' | 'analysis';
  totals?: readonly ControlTotals[];
  /** Swaps nothing and leaves nothing; with `diff`, says which rows would change (so many of a table at most). */
  dryRun?: boolean;
  diff?: number;
  /** Ends it: the live tables stay as they were. */
  signal?: AbortSignal;
  progress?: (progress: RebuildProgress) => void;
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
    super(`${projection}: ${of} would be ${rebuilt ?? 'nothing'}, the facts come to ${facts ?? 'nothing'}`);
  }
}

/** Facts that the projector finds late make it begin again; so often is no accident. */
const MOST_BEGINNINGS = 3;

/**
 * Makes the tables of projections anew from all facts beside the live ones, in a schema of their own, and puts them in
 * their place in one transaction. Readers see the old tables or the new ones, whole. However it ends, and whenever
 * its process is killed, the live tables are as they were or all new.
 * @throws RebuildBusyError another one is at work; TotalsDifferError; the reason of `signal`
 */
export async function rebuild(options: RebuildOptions): Promise<Rebuilt> {
  const { pool, projections, from: source = 'mirror', target = 'live' } = options;
  const session = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  session.on('error', onError);
  try {
    const record = await RebuildRecord.begin(pool, session, {
      target,
      projections: projections.map(({ name }) => name),
      versions: projections.map(versionOf),
      source,
    });
    try {
      return await untilInTime(options, session, record);
    } catch (error) {
      const { message } = error as Error;
      await record.drop().catch(() => undefined);
      const status = options.signal?.aborted ? 'cancelled' : 'failed';
      await record.is(status, { error: message.slice(0, 500) }).catch(() => undefined);
      throw error;
    }
  } finally {
    session.off('error', onError);
    // The session ends with us, and the lock with it.
    session.release(broken ?? true);
  }
}

async function untilInTime(
  options: RebuildOptions,
  session: PoolClient,
  record: RebuildRecord,
): Promise<Rebuilt> {
  for (let beginnings = 1; ; beginnings += 1) {
    const writer = await options.pool.connect();
    try {
      return await new Building(options, session, writer, record).run();
    } catch (error) {
      if (!(error instanceof LateFactsError) || beginnings === MOST_BEGINNINGS) throw error;
    } finally {
      writer.release(true);
    }
  }
}
