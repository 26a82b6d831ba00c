import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  admitAnalyst,
  analystsAddress,
  analystsPassword,
  APP_ROLE,
  createDatabases,
  DATABASES,
  EVENTS_ROLE,
  type PostgresServer,
  startPostgres,
} from '@quittance/embedded';
import { migrate } from '@quittance/read-model';
import { PROJECTIONS } from '@quittance/receivables';
import { Client, type ClientConfig } from 'pg';
import { story } from '../support/story.js';

// The embedded PostgreSQL with ANALYSTS_PORT set: one account, one database, from this machine, with a password.

const folder = mkdtempSync(join(tmpdir(), 'quittance-analysts-'));
chmodSync(folder, 0o755);
let server: PostgresServer;
let address: ReturnType<typeof analystsAddress>;
let password: string;

beforeAll(async () => {
  const port = await freePort();
  server = await startPostgres({ dir: join(folder, 'postgres'), throwaway: true, analystsPort: port });
  await createDatabases(server.url('postgres'));
  await admitAnalyst(server.url('postgres'), folder);
  await migrate(server.url(DATABASES.read, APP_ROLE), PROJECTIONS);
  address = analystsAddress(port);
  password = analystsPassword(folder)!;
}, 120_000);
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the statement is answered, or how the caller is refused. */
async function asked(change: ClientConfig, statement = 'select 1 as answer'): Promise<unknown> {
  const client = new Client({ ...address, password, ...change });
  try {
    await client.connect();
    const { rows } = await client.query<{ answer: unknown }>(statement);
    return rows[0]?.answer;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.end().catch(() => undefined);
  }
}

describe('the address for analysts', () => {
  story('mended-files', 'B2', 'Lets the analyst in with the password, to the reports alone', async (show) => {
    const NO_LINE = '28000';
    const WRONG = '28P01';
    const strangers: [string, ClientConfig, string][] = [
      ['wrong password', { password: 'guess' }, WRONG],
      ['the superuser', { user: 'postgres' }, NO_LINE],
      ['the application', { user: APP_ROLE }, NO_LINE],
      ['the event store', { user: EVENTS_ROLE, database: DATABASES.events }, NO_LINE],
      ['the analyst, in the event store’s database', { database: DATABASES.events }, NO_LINE],
      ['the analyst, in the database postgres', { database: 'postgres' }, NO_LINE],
    ];
    const got = [];
    for (const [, change] of strangers) got.push(await asked(change));
    show({
      input: ['the analyst', ...strangers.map(([who]) => who)],
      right: [0n.toString(), ...strangers.map(([, , code]) => code)],
      got: [await asked({}, 'select count(*)::text as answer from live.invoices'), ...got],
    });
  });

  story('mended-files', 'B2', 'Lets nobody write, nor read keys, also who says so first', async (show) => {
    const DENIED = '42501';
    const READ_ONLY = '25006';
    const statements: [string, string][] = [
      ['select count(*) as answer from vault.keys', DENIED],
      ['select count(*) as answer from write_side.idempotency', DENIED],
      ['create temporary table t (a int)', READ_ONLY],
      ['begin read write; delete from live.invoices', DENIED],
      ['set role quittance_app', DENIED],
      ['begin read write; create table public.t (a int)', DENIED],
      ["copy (select 1) to program 'true'", DENIED],
    ];
    const got = [];
    for (const [statement] of statements) got.push(await asked({}, statement));
    show({ input: statements.map(([text]) => text), right: statements.map(([, code]) => code), got });
  });

  it('keeps the password in a file of its own account, made once, and in no log', async () => {
    expect(password).toMatch(/^[\w-]{32}$/);
    expect(statSync(join(folder, 'analysts.password')).mode & 0o777).toBe(0o600);
    await admitAnalyst(server.url('postgres'), folder);
    expect(analystsPassword(folder)).toBe(password);
    expect(await asked({})).toBe(1);
    await asked({ password: 'guess' });
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8');
    expect(log).toContain('password authentication failed');
    expect(log).not.toContain(password);
  });
});

async function freePort(): Promise<number> {
  const one = createServer();
  await new Promise<void>((listening) => one.listen(0, '127.0.0.1', listening));
  const { port } = one.address() as { port: number };
  await new Promise((closed) => one.close(closed));
  return port;
}
