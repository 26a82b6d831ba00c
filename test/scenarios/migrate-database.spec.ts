import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '@quittance/process';
import type { Pool } from 'pg';
import { quittance, type Ran, type Running } from '../support/command-line.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { startTestDatabases, type TestDatabases } from '../support/stores.js';
import { story } from '../support/story.js';

// PostgreSQL's half of a move: from the embedded one to a server, which here is another database of the same build.

let running: Quittance;
let databases: TestDatabases;
let target: Pool;

beforeAll(async () => {
  running = await startQuittance();
  const clerk = await running.as(['clerk', 'manager']);
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi\\n & "Figli"\t' });
  let position = '';
  for (let i = 1; i <= 3; i += 1) {
    ({ position } = await clerk.done('/v1/invoices', {
      ...{ number: `M-${i}`, customerId: 'C-1', issuedOn: '2026-03-01', dueOn: '2026-03-31' },
      ...{ currency: 'EUR', total: '100.00' },
    }));
  }
  expect((await clerk.get('/v1/invoices', position)).status).toBe(200);
  await running.projector.stop();
  databases = await startTestDatabases();
  target = openDatabase(databases.databaseUrl, { max: 2 });
}, 120_000);
afterAll(async () => {
  await target?.end();
  await databases?.stop();
  await running?.stop();
});

const moving = (to = databases.databaseUrl): Running =>
  quittance(['migrate-database', '--to', to, '--json'], {
    DATABASE_URL: running.databaseUrl,
    EVENTSTORE_URL: running.eventStoreUrl,
  });
const moved = (to?: string): Promise<Ran> => moving(to).ended;

const VERSIONS = 'select name, version from projector.projections order by name';

/** The command is compiled: the same handlers, and another text of them. Its versions are taken over, once it has made tables. */
async function ofOneRelease(): Promise<void> {
  await moved();
  for (const { name, version } of (await target.query<{ name: string; version: string }>(VERSIONS)).rows)
    await running.pool.query('update projector.projections set version = $2 where name = $1', [
      name,
      version,
    ]);
}

describe('moving the read side into another PostgreSQL', () => {
  it('refuses tables that another release has made', async () => {
    expect(await moved()).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('were made by another release') as string,
    });
    await ofOneRelease();
  }, 120_000);

  story(
    'mended-files',
    'B2',
    'PostgreSQL’s half of a move: cut off by kill -9 it leaves nothing, and the same command moves every row',
    async (show) => {
      if (
        (await target.query<{ made: string | null }>(`select to_regclass('projector.projections') as made`))
          .rows[0]!.made === null
      )
        await ofOneRelease();
      // It has copied tables and facts, and waits for the keys.
      const holder = await running.pool.connect();
      await holder.query('begin; lock table vault.keys in access exclusive mode');
      const first = moving();
      for (let waits = false; !waits; await pause(10)) {
        const { rows } = await running.pool.query<{ waits: boolean }>(
          `select count(*) > 0 as waits from pg_locks where relation = 'vault.keys'::regclass and not granted`,
        );
        waits = rows[0]!.waits;
      }
      first.child.kill('SIGKILL');
      await first.ended;
      await holder.query('rollback');
      holder.release();
      const left = await target.query(
        'select (select count(*) from mirror.facts) as facts, (select count(*) from live.invoices) as invoices',
      );

      const second = await moved();
      const again = await moved();
      show({
        input: 'migrate-database --to a new database: killed, run, run again',
        right: [{ facts: 0n, invoices: 0n }, 0, await everyRow(running.pool), 0, 0],
        got: [left.rows[0], second.code, await everyRow(target), again.code, again.last.copied],
      });
      expect(second.last.rows).toBeGreaterThan(10);
    },
    120_000,
  );

  it('numbers rebuilds on from where they stood', async () => {
    const { rows } = await target.query<{ next: bigint }>(
      `select nextval(pg_get_serial_sequence('projector.rebuilds', 'id')) as next`,
    );
    expect(rows[0]!.next).toBe(1n);
  });

  it('refuses a database that holds something else, the one that is read, and one that is away', async () => {
    await target.query(`insert into vault.keys (subject, key) values ('customer-other', '\\x00')`);
    const said = async (to?: string) => {
      const { code, stderr } = await moved(to);
      return [code, stderr];
    };
    expect(await said()).toEqual([4, expect.stringContaining('holds something else already (vault.keys)')]);
    expect(await said(running.databaseUrl)).toEqual([
      4,
      expect.stringContaining('is the database that is read'),
    ]);
    expect(await said('postgres://nobody@127.0.0.1:1/none')).toEqual([
      ...([3, expect.stringContaining('--to cannot be reached')] as const),
    ]);
    expect((await said('mysql://x'))[0]).toBe(2);
  }, 120_000);
});

/** Every row of every table that belongs to the application. */
async function everyRow(pool: Pool): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('vault', 'write_side', 'projector', 'mirror', 'live') order by 1`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    lines.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return lines;
}
