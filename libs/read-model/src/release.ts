import type { RecordedFact } from '@quittance/event-store';
import type { Pool, PoolClient } from 'pg';
import { reasonOf, transaction } from '@quittance/process';
import { Fold } from './fold.js';
import { factFrom, type MirrorRow } from './mirror.js';
import { type FactDecryptor, decryptFacts } from './decrypt.js';
import type { AnyProjection } from './projection.js';
import { ASK_MADE, madeFrom, stillOurs } from './rebuild/changed.js';
import { AT_WORK, LOCK_STATE } from './state.js';
import { oneByOne } from './writes.js';

export interface ReleaseOptions {
  pool: Pool;
  projections: readonly AnyProjection[];
  opener?: FactDecryptor;
  /** Those to release; all when left out. */
  streams?: readonly string[];
}

/** A stream that goes on in a projection. */
export interface Released {
  projection: string;
  stream: string;
}

/** Facts of parked streams that are held at once. */
const PAGE = 200;

/**
 * Lets parked streams go on: their facts are projected from where they stopped, in the order of the log, since
 * those of one may need rows of another. One that fails again stays parked there. The projector waits meanwhile.
 * @throws OtherVersion the tables of one that waits are not of our version
 */
export async function releaseParked(options: ReleaseOptions): Promise<Released[]> {
  const { pool, projections, streams } = options;
  const { rows: any } = await pool.query('select from projector.parked limit 1');
  if (any.length === 0) return [];
  return transaction(pool, async (sql) => {
    await sql.query(LOCK_STATE);
    await mustBeOurs(sql, projections, streams);
    const released: Released[] = [];
    const failed = new Set<string>();
    await sql.query(WAITING, [streams ?? null, projections.map(({ name }) => name)]);
    for (;;) {
      const { rows } = await sql.query<WaitingFact>(`fetch ${PAGE} from waiting`);
      for (const { projection: name, waits_in: stream, is_last, ...row } of rows) {
        const key = `${name} ${stream}`;
        if (failed.has(key)) continue;
        const projection = projections.find((one) => one.name === name);
        const fact = projection && row.id !== null ? factFrom(row) : undefined;
        const error = projection && fact && (await attempt(sql, options, projection, fact));
        if (error) {
          failed.add(key);
          await parkedAgain(sql, { projection: name, stream }, fact, error);
        } else if (is_last) {
          await sql.query('delete from projector.parked where projection = $1 and stream = $2', [
            name,
            stream,
          ]);
          released.push({ projection: name, stream });
        }
      }
      if (rows.length < PAGE) break;
    }
    await sql.query(AT_WORK);
    return released;
  });
}

/** Asks beforehand what a release asks. @throws OtherVersion */
export const mayRelease = ({ pool, projections, streams }: ReleaseOptions): Promise<void> =>
  mustBeOurs(pool, projections, streams);

async function mustBeOurs(
  sql: Pool | PoolClient,
  projections: readonly AnyProjection[],
  streams: readonly string[] | undefined,
): Promise<void> {
  const { rows } = await sql.query<{ projection: string }>(
    'select distinct projection from projector.parked where $1::text[] is null or stream = any ($1)',
    [streams ?? null],
  );
  const waiting = new Set(rows.map(({ projection }) => projection));
  stillOurs(
    madeFrom(await sql.query(ASK_MADE)),
    projections.filter(({ name }) => waiting.has(name)),
  );
}

interface WaitingFact extends MirrorRow {
  projection: string;
  waits_in: string;
  /** After it nothing of the stream waits in this projection. */
  is_last: boolean;
}

/**
 * What waits, in the order of the log: sorted once, by PostgreSQL, however much it is. A stream without facts in the
 * mirror, or of a projection that is no more, has one row: it waits for nothing. One of another release's waits for that.
 */
const WAITING = `
  declare waiting no scroll cursor for
  select f.*, p.projection, p.stream as waits_in,
         lead(f.position) over (partition by p.projection, p.stream order by f.position) is null as is_last
  from projector.parked p
  left join mirror.facts f on f.stream = p.stream and f.revision >= p.revision and p.projection = any ($2::text[])
  where ($1::text[] is null or p.stream = any ($1))
    and (p.projection = any ($2) or p.projection not in (select name from projector.projections))
  order by coalesce(f.position, p.position), p.projection, p.stream`;

/** Projects one fact into one projection, or leaves everything as it was and says why. */
async function attempt(
  sql: PoolClient,
  options: ReleaseOptions,
  projection: AnyProjection,
  stored: RecordedFact,
): Promise<Error | undefined> {
  await sql.query('savepoint fact');
  try {
    for (const { opened, broken } of await decryptFacts(options.opener, [stored])) {
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
  { projection, stream }: Released,
  { revision, position, type }: RecordedFact,
  error: Error,
): Promise<void> {
  await sql.query(
    `update projector.parked set revision = $3, position = $4, type = $5, error = $6
     where projection = $1 and stream = $2`,
    [projection, stream, String(revision), String(position.commit), type, reasonOf(error)],
  );
}
