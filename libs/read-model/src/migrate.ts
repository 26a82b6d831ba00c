import { join } from 'node:path';
import { runner } from 'node-pg-migrate';
import { Client } from 'pg';
import { createTable } from './ddl.js';
import type { AnyProjection } from './projection.js';
import { NEEDS_REBUILD, versionOf } from './version.js';

/** Whoever migrates holds it: the api and the projector start at the same time. */
const LOCK = 7_120_001;

/**
 * What `migrate` found. A projection that changed since its tables were made, or whose tables were made empty while
 * facts had been projected, needs a rebuild (`rebuildChanged`).
 */
export interface Migrated {
  created: string[];
  changed: string[];
}

/**
 * Brings the read side to today's schema: the SQL files of `migrations/`, then the tables that projections lack.
 * Safe to run by several processes at once; nothing to do costs a few milliseconds.
 */
export async function migrate(
  databaseUrl: string,
  projections: readonly AnyProjection[] = [],
): Promise<Migrated> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'quittance migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await runner({
      dbClient: client,
      dir: join(__dirname, '../migrations'),
      direction: 'up',
      migrationsTable: 'migrations',
      noLock: true,
      logger: { debug: () => {}, info: () => {}, warn: () => {}, error: console.error },
    });
    const migrated: Migrated = { created: [], changed: [] };
    for (const projection of projections) await make(client, projection, migrated);
    return migrated;
  } finally {
    await client.end();
  }
}

async function make(client: Client, projection: AnyProjection, migrated: Migrated): Promise<void> {
  const version = versionOf(projection);
  const names = projection.tables.map(({ name }) => name);
  const { rows } = await client.query<{ version: string | null; missing: string[] }>(
    `select (select version from projector.projections where name = $1) as version,
            array(select t from unnest($2::text[]) t where to_regclass('live.' || t) is null) as missing`,
    [projection.name, names],
  );
  const { version: known, missing } = rows[0]!;
  if (known && known !== version) migrated.changed.push(projection.name);
  if (known && missing.length === 0) return;
  await client.query('begin');
  // No projector moves on between this look and the row that says what these tables hold.
  const { rows: state } = await client.query<{ begun: boolean }>(
    'select facts > 0 as begun from projector.state for update',
  );
  const made = state[0]!.begun ? NEEDS_REBUILD : version;
  for (const table of projection.tables.filter(({ name }) => missing.includes(name))) {
    for (const statement of createTable('live', table)) await client.query(statement);
  }
  await client.query(
    `insert into projector.projections (name, version, comment, tables) values ($1, $2, $3, $4)
     on conflict (name) do update set version = excluded.version where excluded.version = '${NEEDS_REBUILD}'`,
    [projection.name, made, projection.comment, names],
  );
  await client.query('commit');
  if (!known) migrated.created.push(projection.name);
  if (made === NEEDS_REBUILD && (!known || known === version)) migrated.changed.push(projection.name);
}
