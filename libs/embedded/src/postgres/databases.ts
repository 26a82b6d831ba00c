import { Client } from 'pg';

/** The application's role and the event store's. Neither can connect to the other's database. */
export const APP_ROLE = 'quittance_app';
export const EVENTS_ROLE = 'quittance_events';

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
    await createOne(client, names.read, APP_ROLE);
    await createOne(client, names.events, EVENTS_ROLE);
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

/** Roles belong to the whole server, and several test files ask for them at once. */
function unlessMadeMeanwhile(error: Error & { code?: string }): void {
  if (error.code !== '42710' && error.code !== '23505') throw error;
}
