import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type EventStore, type RecordedFact, connectEventStore } from '@quittance/event-store';
import { projectorState } from '@quittance/read-model';
import { openDatabase, sessionName } from '@quittance/process';
import { PROJECTIONS } from '@quittance/receivables';
import type { Pool } from 'pg';
import { History } from '../../../libs/receivables/spec/history.js';
import { type TestStores, startTestStores } from '../../../test/support/stores.js';

const MAIN = join(__dirname, '../../../dist/apps/projector/src/main.js');

// Each projector is a process of its own.
jest.setTimeout(240_000);

describe('the projector process', () => {
  let stores: TestStores;
  let pool: Pool;
  let store: EventStore;
  let children: ChildProcess[];

  beforeEach(async () => {
    stores = await startTestStores(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
    store = connectEventStore(stores.eventStoreUrl);
    children = [];
  });
  afterEach(async () => {
    for (const child of children.filter(running)) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await Promise.all([pool.end(), store.close()]);
    await stores.stop();
  });

  const running = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;
  const spawn = (env: Record<string, string> = {}): ChildProcess => {
    const urls = { DATABASE_URL: stores.databaseUrl, EVENTSTORE_URL: stores.eventStoreUrl };
    const child = fork(MAIN, [], {
      env: { PATH: process.env.PATH, ...urls, LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    children.push(child);
    return child;
  };
  const up = async (): Promise<ChildProcess> => {
    const child = spawn();
    await once(child, 'message');
    return child;
  };
  const ended = async (child: ChildProcess): Promise<{ code: number | null; line: string }> => {
    const [line, [code]] = await Promise.all([
      text(child.stderr!),
      once(child, 'exit') as Promise<[number | null]>,
    ]);
    return { code, line };
  };
  const append = async (facts: readonly RecordedFact[]): Promise<void> => {
    for (const { stream, revision, id, type, data, metadata } of facts) {
      const expected = revision === 0n ? 'none' : revision - 1n;
      const { result } = await store.append(stream, expected, [{ id, type, data, metadata }]);
      expect(result).toBe('appended');
    }
  };
  const projected = async (facts: number): Promise<void> => {
    while ((await projectorState(pool)).facts < BigInt(facts)) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const totals = async () =>
    (
      await pool.query(`select (select count(*)::int from live.invoices) as invoices,
        (select sum(open)::text from live.invoices) as open, (select sum(received)::text from live.payments) as received,
        (select (-sum(amount))::text from live.ledger_lines where kind = 'cash') as settled, (select count(*)::int from mirror.facts) as facts`)
    ).rows[0] as unknown;

  /** Each invoice is paid but for one euro: three facts. */
  const history = (invoices: number): History => {
    const made = new History();
    for (let i = 0; i < invoices; i += 1) {
      const invoice = made.issue(`N${i}`, '10.00', { issuedOn: '2026-01-01', dueOn: '2026-01-31' });
      made.pay('9.00', '2026-01-02', [{ invoice, amount: '9.00' }]);
    }
    return made;
  };

  it('loses and doubles nothing when it is killed again and again while facts come', async () => {
    const { facts } = history(60);
    let kills = 0;
    const killing = (async () => {
      for (; kills < 4; kills += 1) {
        const child = await up();
        await projected(kills * 30 + 1);
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    })();
    await append(facts);
    await killing;
    expect(kills).toBe(4);
    await up();
    await projected(facts.length);
    expect(await totals()).toEqual({
      invoices: 60,
      open: '60.00',
      received: '540.00',
      settled: '540.00',
      facts: 180,
    });
  });

  it('hands over to a standby when it stands still, and ends when it wakes up', async () => {
    const first = await up();
    const { facts } = history(10);
    await append(facts.slice(0, 15));
    await projected(15);
    const second = spawn();
    expect(await once(second, 'message')).toMatchObject([{ ready: { standby: true } }, undefined]);
    first.kill('SIGSTOP');
    await append(facts.slice(15));
    await projected(30);
    const over = ended(first);
    first.kill('SIGCONT');
    expect(await over).toMatchObject({ code: 6, line: expect.stringMatching(/another projector/) as string });
    expect(running(second)).toBe(true);
    expect(await totals()).toMatchObject({ invoices: 10, open: '10.00', settled: '90.00', facts: 30 });
  });

  it('ends when asked, having written the batch in hand', async () => {
    const child = await up();
    const { facts } = history(5);
    await append(facts);
    await projected(1);
    child.kill('SIGTERM');
    expect(await ended(child)).toEqual({ code: 0, line: '' });
    expect((await projectorState(pool)).subscribed).toBe(false);
    const orphan = await up();
    orphan.disconnect();
    expect(await ended(orphan)).toEqual({ code: 0, line: '' });
  });

  it('ends when asked though PostgreSQL holds up the batch in hand, which comes again', async () => {
    const child = await up();
    const { facts } = history(5);
    const holder = await pool.connect();
    try {
      await holder.query('begin; set local idle_in_transaction_session_timeout = 0; lock projector.state');
      await append(facts);
      const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
      const held = `select from pg_stat_activity where $1 = any (pg_blocking_pids(pid))
        and application_name = '${sessionName('projector')}'`;
      // Asked on another session: within a transaction PostgreSQL shows the sessions of its first look.
      while ((await pool.query(held, [rows[0]!.pid])).rowCount === 0) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      child.kill('SIGTERM');
      expect(await ended(child)).toEqual({ code: 0, line: '' });
    } finally {
      holder.release(true);
    }
    await up();
    await projected(facts.length);
    expect(await totals()).toMatchObject({ invoices: 5, open: '5.00', facts: 15 });
  });

  it('stops at a fact of a type it does not know, with one line that says an upgrade is missing', async () => {
    const child = await up();
    const { facts } = history(1);
    await append([facts[0]!, { ...facts[2]!, type: 'InvoiceReopened' }]);
    const { code, line } = await ended(child);
    expect(code).toBe(4);
    expect(line).toMatch(
      /^unknown fact type InvoiceReopened in invoice-\S+ at position \d+: an upgrade .*\n$/,
    );
    expect((await projectorState(pool)).facts).toBe(1n);
  });

  it('says in one line which setting or store it lacks', async () => {
    expect(await ended(spawn({ EVENTSTORE_URL: '' }))).toMatchObject({
      code: 2,
      line: expect.stringMatching(/^DATABASE_URL and EVENTSTORE_URL: .*\n$/) as string,
    });
    expect(await ended(spawn({ EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false' }))).toMatchObject({
      code: 3,
      line: expect.stringMatching(/^the event store cannot be reached: .*\n$/) as string,
    });
  });
});
