import type { Sql } from '@quittance/process';
import type { AnyProjection } from '../projection.js';
import { OtherVersion } from '../stops.js';
import { versionOf } from '../version.js';

/** The version that the tables of each projection were made by. */
export type Made = ReadonlyMap<string, string>;

export const ASK_MADE = 'select name, version from projector.projections';

/** Its answer. */
export const madeFrom = ({ rows }: { rows: unknown[] }): Made =>
  new Map((rows as { name: string; version: string }[]).map(({ name, version }) => [name, version]));

/** The projections whose tables were made by another version, lack facts, or were never filled. */
export const changedProjections = async (
  sql: Sql,
  projections: readonly AnyProjection[],
): Promise<AnyProjection[]> => changedSince(madeFrom(await sql.query(ASK_MADE)), projections);

/** Others have written since, or rebuilt tables: ours must be of our version, and whole. @throws OtherVersion */
export function stillOurs(made: Made, projections: readonly AnyProjection[]): void {
  const changed = changedSince(made, projections);
  if (changed.length) throw new OtherVersion(changed.map(({ name }) => name));
}

const changedSince = (made: Made, projections: readonly AnyProjection[]): AnyProjection[] =>
  projections.filter((projection) => made.get(projection.name) !== versionOf(projection));
