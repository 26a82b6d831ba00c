import { createHash, randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { APP_ROLE, EVENTS_ROLE, createDatabases, startEventStoreNode } from '@quittance/embedded';
import type { AnyProjection } from '@quittance/read-model';
import { Client } from 'pg';

/** The databases of one test file, empty and its own. */
export interface TestDatabases {
  /** The read side's database, as the application's role sees it. */
  databaseUrl: string;
  /** The event store's database, as the event store node's role sees it. */
  eventsDatabaseUrl: string;
  /** The superuser, in the read side's database. */
  adminUrl: string;
  stop(): Promise<void>;
}

/** With an event store node of its own, on a free port. */
export interface TestStores extends TestDatabases {
  eventStoreUrl: string;
}

let made = 0;

/** Both databases and an event store node. Call `stop` in `afterAll`. */
export async function startTestStores(projections?: readonly AnyProjection[]): Promise<TestStores> {
  const databases = await startTestDatabases(projections);
  const node = await startEventStoreNode({
    databaseUrl: databases.eventsDatabaseUrl,
    host: '127.0.0.1',
    access: 'plaintext',
    port: 0,
    writeLimit: 60_000, // no machine is so busy that a write fails for that alone
  });
  return {
    ...databases,
    eventStoreUrl: `esdb://127.0.0.1:${node.port}?tls=false`,
    async stop() {
      await node.stop();
      await databases.stop();
    },
  };
}

/**
 * Two fresh databases on the one PostgreSQL of the test run. Call `stop` in `afterAll`.
 * @param projections the read side has their tables already; no migration has run when left out
 */
export async function startTestDatabases(projections?: readonly AnyProjection[]): Promise<TestDatabases> {
  const server = await serverOfThisRun();
  const name = `${process.pid}_${++made}_${Date.now().toString(36)}`;
  const names = { read: `read_${name}`, events: `events_${name}` };
  if (projections) await copyTemplate(server, names, projections);
  await createDatabases(server, names);
  const at = (database: string, role: string): string => address(server, database, role);
  return {
    databaseUrl: at(names.read, APP_ROLE),
    eventsDatabaseUrl: at(names.events, EVENTS_ROLE),
    adminUrl: at(names.read, 'postgres'),
    async stop() {
      const client = new Client({ connectionString: server });
      await client.connect();
      for (const database of Object.values(names))
        await client.query(`drop database "${database}" with (force)`);
      await client.end();
    },
  };
}

/** Migrating takes longer than copying what was migrated once: the run's first file that needs these tables makes them. */
async function copyTemplate(
  server: string,
  names: { read: string; events: string },
  projections: readonly AnyProjection[],
): Promise<void> {
  const { migrate, versionOf } = await import('@quittance/read-model');
  const versions = projections.map((one) => `${one.name} ${versionOf(one)}`).join();
  const template = `template_${createHash('sha256').update(versions).digest('hex').slice(0, 16)}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)'); // one maker; the others wait for what it makes
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) {
      const making = `${template}_making`;
      await client.query(`drop database if exists "${making}" with (force)`);
      await createDatabases(server, { read: making, events: `${template}_events` });
      await migrate(address(server, making, APP_ROLE), projections);
      await client.query(`alter database "${making}" rename to "${template}"`);
    }
    await client.query('select pg_advisory_unlock(1)');
    // Copied as files: written block by block to the WAL, which is PostgreSQL's usual way, the two take three times the CPU time.
    const copied = (owner: string, from: string): string =>
      `owner "${owner}" template "${from}" strategy file_copy`;
    await client.query(`create database "${names.read}" ${copied(APP_ROLE, template)}`);
    await client.query(`create database "${names.events}" ${copied(EVENTS_ROLE, `${template}_events`)}`);
  } finally {
    await client.end();
  }
  await ownSecrets(address(server, names.read, 'postgres'));
}

/** A copy is an installation like any other: its secrets are nobody else's, and made now. */
async function ownSecrets(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const secret = [randomBytes(32)];
  await client.query(
    `update vault.secrets set secret = $1, made_at = default where name = 'command-hash'`,
    secret,
  );
  await client.query(`delete from vault.secrets where name like 'mac-%'`);
  await client.query('select vault.new_mac_key()');
  await client.end();
}

const address = (server: string, database: string, role: string): string =>
  server.replace('//postgres@/postgres?', `//${role}@/${database}?`);

async function serverOfThisRun(): Promise<string> {
  const door = createConnection(process.env.QUITTANCE_TEST_STORES ?? '');
  const { adminUrl, error } = JSON.parse(await text(door)) as { adminUrl?: string; error?: string };
  if (!adminUrl) throw new Error(error);
  return adminUrl;
}
