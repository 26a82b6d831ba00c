import type { PoolClient } from 'pg';
import type { AnyProjection } from '../projection.js';
import { PROJECTOR_LOCK } from '../lease.js';
import { versionOf } from '../version.js';
import { kindOfError } from '@quittance/process';
import { Building } from './building.js';
import { changedProjections } from './changed.js';
import { LateFactsError } from './log-mark.js';
import { RebuildRecord } from './record.js';
import { DoubledKeyError } from './staging-writer.js';
import { ProjectorAtWorkError, type RebuildOptions, type Rebuilt } from './options.js';

/** A row put again, a row refused, facts that the projector finds late make it begin again; so often is no accident. */
const MOST_BEGINNINGS = 4;

/**
 * Rebuilds the tables of projections from all facts beside the live ones, in a schema of their own, and puts them in
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
      projecting: options.projecting ?? false,
    });
    try {
      if (target === 'live' && !options.projecting && !options.dryRun)
        await holdProjectors(session, projections);
      return await untilInTime(options, session, record);
    } catch (error) {
      const { message } = error as Error;
      await record.drop().catch(() => undefined);
      const status = options.signal?.aborted ? 'cancelled' : 'failed';
      await record.is(status, { error: message.slice(0, 500) }).catch(() => undefined);
      throw error;
    }
  } finally {
    await session.query('select pg_advisory_unlock_all()').catch((error: Error) => (broken ??= error));
    session.off('error', onError);
    session.release(broken);
  }
}

/** A changed projection is swapped while no projector runs: on this session, none can begin. */
async function holdProjectors(session: PoolClient, projections: readonly AnyProjection[]): Promise<void> {
  const changed = await changedProjections(session, projections);
  if (changed.length === 0) return;
  const { rows } = await session.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    PROJECTOR_LOCK,
  ]);
  if (!rows[0]!.locked) throw new ProjectorAtWorkError(changed.map(({ name }) => name));
}

async function untilInTime(
  options: RebuildOptions,
  session: PoolClient,
  record: RebuildRecord,
): Promise<Rebuilt> {
  const beginning = { keyed: false, careful: false };
  for (let beginnings = 1; ; beginnings += 1) {
    const writer = await options.pool.connect();
    try {
      return await new Building(options, session, writer, record, { ...beginning }).run();
    } catch (error) {
      const doubled = !beginning.keyed && error instanceof DoubledKeyError;
      const refused = !beginning.careful && kindOfError(error) === 'data';
      const again = doubled || refused || error instanceof LateFactsError;
      if (beginnings === MOST_BEGINNINGS || !again) throw error;
      beginning.keyed ||= doubled;
      beginning.careful ||= refused;
    } finally {
      writer.release(true);
    }
  }
}
