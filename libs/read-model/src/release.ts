import type { RecordedFact } from '@quittance/event-store';
import type { Pool, PoolClient } from 'pg';
import { transaction } from './database.js';
import { Fold } from './fold.js';
import { mirrored } from './mirror.js';
import { type FactOpener, openFacts } from './opening.js';
import type { Parked } from './parking.js';
import type { AnyProjection } from './projection.js';
import { LOCK_STATE } from './state.js';
import { reasonOf } from './watching/about-fact.js';
import { oneByOne } from './writes.js';

export interface ReleaseOptions {
  pool: Pool;
  projections: readonly AnyProjection[];
  opener?: FactOpener;
  /** Those to release; all when left out. */
  streams?: readonly string[];
}

/** A stream that goes on in a projection. */
export interface Released {
  projection: string;
  stream: string;
}

/**
 * Lets parked streams go on: their facts are projected from where they stopped, in the order of the log, since
 * those of one may need rows of another. One that fails again stays parked there. The projector waits meanwhile.
 */
export async function releaseParked(options: ReleaseOptions): Promise<Released[]> {
  const { rows: any } = await options.pool.query('select from projector.parked limit 1');
  if (any.length === 0) return [];
  return transaction(options.pool, async (sql) => {
    await sql.query(LOCK_STATE);
    const { rows: waiting } = await sql.query<Parked>(
      'select * from projector.parked where $1::text[] is null or stream = any ($1)',
      [options.streams ?? null],
    );
    const released: Released[] = [];
    while (waiting.length > 0) {
      const next = waiting.reduce((first, parked) => (parked.position < first.position ? parked : first));
      const projection = options.projections.find(({ name }) => name === next.projection);
      const [fact, following] = await mirrored(sql, next.stream, next.revision, 2);
      const error = projection && fact && (await attempt(sql, options, projection, fact));
      if (error) await parkedAgain(sql, next, fact, error);
      if (!error && projection && following) {
        Object.assign(next, { revision: following.revision, position: following.position.commit });
        continue;
      }
      waiting.splice(waiting.indexOf(next), 1);
      if (error) continue;
      await sql.query('delete from projector.parked where projection = $1 and stream = $2', [
        next.projection,
        next.stream,
      ]);
      released.push({ projection: next.projection, stream: next.stream });
    }
    return released;
  });
}

/** Projects one fact into one projection, or leaves everything as it was and says why. */
async function attempt(
  sql: PoolClient,
  options: ReleaseOptions,
  projection: AnyProjection,
  stored: RecordedFact,
): Promise<Error | undefined> {
  await sql.query('savepoint fact');
  try {
    for (const { opened, broken } of await openFacts(options.opener, [stored])) {
      if (broken) throw broken;
      const fold = new Fold();
      fold.collect(projection, opened);
      fold.loaded(await oneByOne(sql, fold.loads(), () => false));
      let failed: Error | undefined;
      fold.apply(
        () => false,
        (_projection, _fact, error) => (failed = error),
      );
      if (failed) throw failed;
      await oneByOne(sql, fold.writes(), () => false);
    }
    await sql.query('release savepoint fact');
    return undefined;
  } catch (error) {
    await sql.query('rollback to savepoint fact');
    return error as Error;
  }
}

async function parkedAgain(
  sql: PoolClient,
  { projection, stream }: Parked,
  { revision, position, type }: RecordedFact,
  error: Error,
): Promise<void> {
  await sql.query(
    `update projector.parked set revision = $3, position = $4, type = $5, error = $6
     where projection = $1 and stream = $2`,
    [projection, stream, String(revision), String(position.commit), type, reasonOf(error)],
  );
}
