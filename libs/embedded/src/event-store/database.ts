import { Client } from 'pg';
import { CannotStart } from '../cannot-start.js';

/** One table holds the whole log; names of streams sort and compare by their bytes. */
export const EVENTS = 'event_store.events';

const TABLE = `
create schema if not exists event_store;
create table if not exists ${EVENTS} (
  pos bigint primary key,
  stream text collate "C" not null,
  rev bigint not null,
  id uuid not null,
  type text not null,
  json boolean not null,
  data bytea not null,
  meta bytea not null,
  created bigint not null,
  unique (stream, rev)
);
comment on table ${EVENTS} is 'The log of the embedded event store: written by its node only. created: ms since 1970';
`;

/** Any constant: it names the right to write to the log of this database. */
const LOCK = 'select pg_try_advisory_lock(7113, 1) as taken';

/**
 * The one connection that may write. Its lock lives and dies with it, so a second node can never write beside the
 * first. A connection that was just killed may hold it a moment longer: waits for that up to `patience` ms.
 * @throws CannotStart while another node holds it
 */
export async function writerConnection(databaseUrl: string, patience: number): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // the writer learns of it by 'end'
  await client.connect();
  try {
    await lock(client, Date.now() + patience);
    await client.query("set synchronous_commit = 'on'");
    await client.query("set client_min_messages = 'warning'");
    await client.query(TABLE);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return client;
}

async function lock(client: Client, until: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(LOCK);
    if (rows[0]?.taken) return;
    if (Date.now() > until) {
      throw new CannotStart('Another event store node is running on this database: stop it first', 1);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Where the log ends: the last position and the time of its event. */
export async function endOfLog(client: Client): Promise<{ position: number; created: number }> {
  const { rows } = await client.query<{ pos: string; created: string }>(
    `select pos, created from ${EVENTS} order by pos desc limit 1`,
  );
  return { position: Number(rows[0]?.pos ?? 0), created: Number(rows[0]?.created ?? 0) };
}
