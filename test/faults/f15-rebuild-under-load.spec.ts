import type { Caller } from '../support/caller.js';
import { everythingHolds } from './support/everything-holds.js';
import { Load } from './support/load.js';
import { Processes } from './support/processes.js';
import type { RealProcess } from './support/real-process.js';
import { type Rng, rngFor, sized } from './support/seed.js';
import { TableReaders } from './support/table-readers.js';
import { until } from './support/until.js';

const STEPS =
  sized(1, 0) === 1
    ? ['reading', 'indexing', 'catching up', 'comparing', 'swapping']
    : ['indexing', 'swapping'];
const KILLED = { signal: 'SIGKILL' };
/** Holds a table for as long as it takes, so that no swap comes to its end. */
const HOLD = 'begin; set local idle_in_transaction_session_timeout = 0; select from live.invoices limit 1';

describe('F15: rebuild and swap under load, a crash at each step', () => {
  let processes: Processes;
  let caller: Caller;
  let load: Load;
  let readers: TableReaders;
  const rng: Rng = rngFor('F15');

  beforeAll(async () => {
    processes = await Processes.start();
    const api = await processes.api();
    caller = await processes.as(api.url, ['clerk', 'manager', 'analyst']);
    await processes.projector().atWork();
    load = await Load.start([caller], rng);
    await until('there are invoices', async () => (await processes.projectedFacts()) > 30);
    readers = new TableReaders(processes.databases.databaseUrl);
  });
  afterAll(async () => {
    await Promise.allSettled([readers?.stop(), load?.stop()]);
    await processes?.stop();
  });

  const sql = async <Row extends object>(text: string): Promise<Row[]> =>
    (await processes.pool.query<Row>(text)).rows;
  const generation = async (): Promise<unknown> => sql(`select 'live.invoices'::regclass::oid as live`);
  const statuses = async (): Promise<string[]> =>
    (await sql<{ status: string }>('select status from projector.rebuilds order by id')).map(
      ({ status }) => status,
    );
  const replayed = async (...args: string[]): Promise<void> => {
    const replay = processes.quittance('replay', 'all', ...args);
    const { code, line } = await replay.ended;
    expect({ code, failed: code === 0 ? '' : line }).toEqual({ code: 0, failed: '' });
    expect(replay.words).toMatch(/swapped into live/);
  };
  /** Kills it as soon as it says that it has come to the step. */
  const killedAt = async (replay: RealProcess, step: string): Promise<void> => {
    await until(`it is ${step}`, () => replay.words.includes(`${step}: `) || !replay.isRunning);
    if (replay.isRunning) expect(await replay.kill()).toMatchObject(KILLED);
  };
  const agingIsBalanced = async (): Promise<void> => {
    const { status, body } = await caller.get<{ currencies: { balanced: boolean }[] }>('/v1/reports/aging');
    expect(status).toBe(200);
    expect(body.currencies.length).toBeGreaterThan(0);
    for (const { balanced } of body.currencies) expect(balanced).toBe(true);
  };

  it('shows readers whole tables all the while, the old ones until they see the new ones', async () => {
    const before = readers.generations.size;
    for (let i = 0; i < sized(6, 2); i += 1) {
      await replayed(...(i % 2 ? ['--from', 'store'] : []));
      await readers.lookAgain();
      await agingIsBalanced();
    }
    expect(readers.generations.size).toBeGreaterThan(before + 1);
  });

  it('leaves the live tables whole wherever it is killed, and the next one clears up and swaps', async () => {
    for (const step of STEPS) {
      const [old, done] = [await generation(), (await statuses()).length];
      const reader = await processes.pool.connect();
      await reader.query(HOLD);
      await killedAt(processes.quittance('replay', 'all'), step);
      await reader.query('rollback');
      reader.release();
      expect((await statuses()).length).toBe(done + 1);
      expect(await generation()).toEqual(old);
      await readers.lookAgain();
      await agingIsBalanced();
    }
    await replayed();
    expect(await sql(String.raw`select from pg_namespace where nspname ~ '^rebuild_\d+$'`)).toEqual([]);
    expect((await statuses()).slice(-STEPS.length - 1)).toEqual([...STEPS.map(() => 'failed'), 'swapped']);
  });

  it('is begun again by the next projector when a changed one was killed while it rebuilt', async () => {
    const old = await generation();
    await processes.stopProjectors();
    await sql(`update projector.projections set version = 'another' where name in ('invoices', 'ledger')`);
    const reader = await processes.pool.connect();
    await reader.query(HOLD);
    const killed = processes.projector();
    await until('it rebuilds', () => killed.logged('rebuilding changed tables').length > 0);
    expect(await killed.kill()).toMatchObject(KILLED);
    await reader.query('rollback');
    reader.release();
    expect(await generation()).toEqual(old);
    await readers.lookAgain();
    const next = processes.projector();
    await until('the tables were rebuilt', () => next.logged('changed tables were rebuilt').length > 0);
    expect(await generation()).not.toEqual(old);
  });

  it('leaves tables that everything agrees with', async () => {
    expect(await load.stop()).toBeGreaterThan(30);
    await readers.stop();
    expect(readers.looks).toBeGreaterThan(200);
    const { databaseUrl } = processes.databases;
    const { facts } = await everythingHolds({ databaseUrl, store: processes.store });
    expect(facts).toBe((await processes.facts()).length);
    const dropped = processes.quittance('replay', '--drop-old');
    expect(await dropped.ended).toMatchObject({ code: 0 });
    expect(await sql(`select from pg_namespace where nspname like 'retired%'`)).toEqual([]);
  });
});
