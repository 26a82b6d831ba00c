import type { Sql } from '@quittance/process';
import type { AnyProjection } from './projection.js';
import type { Made } from './rebuild/changed.js';
import { NEEDS_REBUILD } from './version.js';

/**
 * Projections of another release: their tables lack what is projected without them. That release rebuilds them when
 * it is at work again, from all facts, so that nothing of theirs waits until then.
 */
export async function leaveBehind(
  sql: Sql,
  made: Made,
  projections: readonly AnyProjection[],
): Promise<void> {
  const ours = new Set(projections.map(({ name }) => name));
  const others = [...made].filter(([name, version]) => !ours.has(name) && version !== NEEDS_REBUILD);
  if (others.length === 0) return;
  const names = others.map(([name]) => name);
  await sql.query('update projector.projections set version = $2 where name = any ($1)', [
    names,
    NEEDS_REBUILD,
  ]);
  await sql.query('delete from projector.parked where projection = any ($1)', [names]);
}
