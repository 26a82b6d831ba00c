import type { EventStore, Position } from '@quittance/event-store';
import type { Pool } from 'pg';
import type { Sql } from '@quittance/process';
import { comparePositions, projectorState } from './state.js';
import { otherStore, overtaken, storeBehind } from './stops.js';

/**
 * The last fact of the mirror must lie in the store where it was read. A store that was restored to an older day and
 * went on may end behind the checkpoint again, with other facts before it.
 * @throws ProjectorStop
 */
export async function mustBeSameStore(store: EventStore, sql: Sql): Promise<void> {
  const last = await lastFact(sql);
  if (!last || (await holds(store, last))) return;
  throw otherStore(last.stream, last.revision, last.position);
}

/**
 * Where the read side goes on in the store: at its checkpoint, or at its last fact when only heartbeats after that
 * are missing. A moved history is without those that the store it came from went on with, and what is written next
 * may get a position at or before the checkpoint.
 * @throws ProjectorStop the store ends before the checkpoint, and a fact is missing
 */
export async function placeIn(
  store: EventStore,
  sql: Sql,
  checkpoint: Position | undefined,
): Promise<Position | undefined> {
  const end = await store.end();
  if (!checkpoint || comparePositions(checkpoint, end) <= 0) return checkpoint;
  const last = await lastFact(sql);
  if (last && (await holds(store, last))) return { commit: last.position, prepare: last.prepare };
  throw storeBehind(checkpoint.commit, end?.commit);
}

/** Sets the checkpoint where the read side goes on in the store. @throws ProjectorStop as `placeIn` */
export async function flushCheckpoint(store: EventStore, pool: Pool): Promise<void> {
  const { checkpoint } = await projectorState(pool);
  const place = await placeIn(store, pool, checkpoint);
  if (comparePositions(place, checkpoint) === 0) return;
  const { rowCount } = await pool.query(
    `update projector.state set checkpoint_commit = $1::bigint, checkpoint_prepare = $2::bigint,
       tail_commit = least(coalesce(tail_commit, 0), $1::bigint) where checkpoint_commit = $3`,
    [String(place!.commit), String(place!.prepare), String(checkpoint!.commit)],
  );
  if (rowCount === 0) throw overtaken();
}

interface LastFact {
  stream: string;
  revision: bigint;
  position: bigint;
  prepare: bigint;
  id: string;
}

async function lastFact(sql: Sql): Promise<LastFact | undefined> {
  const { rows } = await sql.query<LastFact>(
    'select stream, revision, position, prepare, id from mirror.facts order by position desc limit 1',
  );
  return rows[0];
}

async function holds(store: EventStore, last: LastFact): Promise<boolean> {
  for await (const { id, revision, position } of store.read(last.stream, last.revision)) {
    return revision === last.revision && position.commit === last.position && id === last.id;
  }
  return false;
}
