import type { Client } from 'pg';
import { EXIT, Exit } from '../exit.js';
import { type CopiedTable, digestOf, IRREPLACEABLE } from './tables.js';

const LOCK = 7_120_047;

/** @throws Exit (refused) the two are one database, or another move is under way */
export async function onlyOne(source: Client, target: Client): Promise<void> {
  for (const client of [source, target]) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
    if (!rows[0]!.held)
      throw new Exit(EXIT.refused, '--to is the database that is read, or another move is under way');
  }
}

/** @throws Exit (refused) an older server, another encoding, or no right to make what is needed */
export async function mustTakeIt(target: Client): Promise<void> {
  const { rows } = await target.query<{ version: number; encoding: string; may: boolean }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
            has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as may`,
  );
  const { version, encoding, may } = rows[0]!;
  if (version < 150_000)
    throw new Exit(EXIT.refused, `--to is PostgreSQL ${Math.trunc(version / 10_000)}: 15 or later is needed`);
  if (encoding !== 'UTF8')
    throw new Exit(EXIT.refused, `--to has the encoding ${encoding}: create it with encoding 'UTF8'`);
  if (!may)
    throw new Exit(
      EXIT.refused,
      '--to: its user may not make schemas there; make it the owner of the database (docs/operations.md)',
    );
}

/** @throws Exit (refused) the source's tables are not those of this release's projections, or are being rebuilt */
export async function mayBeMoved(source: Client, target: Client): Promise<void> {
  const versions = 'select name, version from projector.projections';
  const [from, to] = [await source.query(versions), await target.query(versions)] as {
    rows: { name: string; version: string }[];
  }[];
  const known = new Map(from!.rows.map(({ name, version }) => [name, version]));
  const other = to!.rows.find(({ name, version }) => known.get(name) !== version);
  const { rowCount } = await source.query(
    `select from projector.rebuilds where status in ('building', 'caught-up')`,
  );
  if (other)
    throw new Exit(
      EXIT.refused,
      `the tables of ${other.name} were made by another release: start its projector with this one, and wait until it has rebuilt them`,
    );
  if (rowCount) throw new Exit(EXIT.refused, 'tables are being rebuilt: wait until that is done');
}

/**
 * @returns false: it was moved there before, the same keys and facts
 * @throws Exit (refused) the target holds something else
 */
export async function mustBeEmpty(
  source: Client,
  target: Client,
  tables: readonly CopiedTable[],
): Promise<boolean> {
  const { rows } = await target.query<{ used: boolean }>(
    `select checkpoint_commit is not null or facts > 0
         or exists (select from vault.keys) or exists (select from mirror.facts)
         or exists (select from write_side.idempotency) as used
     from projector.state`,
  );
  if (!rows[0]!.used) return true;
  for (const table of tables.filter(({ schema }) => [...IRREPLACEABLE, 'mirror'].includes(schema))) {
    if ((await digestOf(source, table)) !== (await digestOf(target, table)))
      throw new Exit(
        EXIT.refused,
        `--to holds something else already (${table.name}): drop that database, create it again, run the command again`,
      );
  }
  return false;
}
