import { Client } from 'pg';

/** The application's role and the event store's. Neither can connect to the other's database. */
export const APP_ROLE = 'quittance_app';
export const EVENTS_ROLE = 'quittance_events';
/** Whoever reads with SQL is a member of it; nobody logs in as it. */
export const READER_ROLE = 'quittance_reader';

export interface DatabaseNames {
  read: string;
  events: string;
}

export const DATABASES: DatabaseNames = { read: 'quittance_read', events: 'quittance_events' };

/**
 * Makes the two databases and their roles where they are missing; safe to run at every start.
 * @param adminUrl a connection of the server's superuser.
 */
export async function createDatabases(adminUrl: string, names: DatabaseNames = DATABASES): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await createReader(client);
    await createOne(client, names.read, APP_ROLE);
    await createOne(client, names.events, EVENTS_ROLE);
    // A swap of tables waits for whoever still looks at the old ones, in whatever role; people read as the reader.
    for (const right of ['pg_read_all_stats', READER_ROLE]) {
      await client.query(`grant ${right} to "${APP_ROLE}"`).catch(unlessMadeMeanwhile);
    }
  } finally {
    await client.end();
  }
}

async function createOne(client: Client, database: string, role: string): Promise<void> {
  const roles = await client.query('select from pg_roles where rolname = $1', [role]);
  if (roles.rowCount === 0) {
    await client.query(`create role "${role}" login`).catch(unlessMadeMeanwhile);
  }
  const databases = await client.query('select from pg_database where datname = $1', [database]);
  if (databases.rowCount === 0) await client.query(`create database "${database}" owner "${role}"`);
  await client.query(`revoke all on database "${database}" from public`);
}

/** The rights are given by the migration that makes what there is to read. */
async function createReader(client: Client): Promise<void> {
  const roles = await client.query('select from pg_roles where rolname = $1', [READER_ROLE]);
  if (roles.rowCount === 0) {
    await client.query(`create role "${READER_ROLE}" nologin`).catch(unlessMadeMeanwhile);
  }
}

/** Roles belong to the whole server, and several test files ask for them at once. */
function unlessMadeMeanwhile(error: Error & { code?: string }): void {
  // Two grants of one right at the same moment: XX000 "tuple concurrently updated".
  if (!['42710', '23505', 'XX000'].includes(error.code ?? '')) throw error;
}
