import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { APP_ROLE, EVENTS_ROLE, createDatabases, startEventStoreNode } from '@quittance/embedded';
import { Client } from 'pg';

/** The databases of one test file, empty and its own. */
export interface TestDatabases {
  /** The read side's database, as the application's role sees it: no migration has run. */
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
export async function startTestStores(): Promise<TestStores> {
  const databases = await startTestDatabases();
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

/** Two fresh databases on the one PostgreSQL of the test run. Call `stop` in `afterAll`. */
export async function startTestDatabases(): Promise<TestDatabases> {
  const server = await serverOfThisRun();
  const name = `${process.pid}_${++made}_${Date.now().toString(36)}`;
  const names = { read: `read_${name}`, events: `events_${name}` };
  await createDatabases(server, names);
  const at = (database: string, role: string): string =>
    server.replace('//postgres@/postgres?', `//${role}@/${database}?`);
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

async function serverOfThisRun(): Promise<string> {
  const door = createConnection(process.env.QUITTANCE_TEST_STORES ?? '');
  const { adminUrl, error } = JSON.parse(await text(door)) as { adminUrl?: string; error?: string };
  if (!adminUrl) throw new Error(error);
  return adminUrl;
}
