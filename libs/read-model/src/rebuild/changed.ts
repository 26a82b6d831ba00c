import type { Sql } from '../database.js';
import type { AnyProjection } from '../projection.js';
import { rebuiltByAnother } from '../stops.js';
import { versionOf } from '../version.js';

/** The projections whose tables were made by another version, or were never filled. */
export async function changedProjections(
  sql: Sql,
  projections: readonly AnyProjection[],
): Promise<AnyProjection[]> {
  const { rows } = await sql.query<{ name: string; version: string }>(
    'select name, version from projector.projections',
  );
  const made = new Map(rows.map(({ name, version }) => [name, version]));
  return projections.filter((projection) => made.get(projection.name) !== versionOf(projection));
}

/** A rebuild was swapped in: its tables must be of our version. @throws ProjectorStop */
export async function stillOurs(sql: Sql, projections: readonly AnyProjection[]): Promise<void> {
  const changed = await changedProjections(sql, projections);
  if (changed.length) throw rebuiltByAnother(changed.map(({ name }) => name));
}
