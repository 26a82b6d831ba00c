import { type EventStore, memoryEventStore } from '@quittance/event-store';
import type { Pool } from 'pg';
import { type TestDatabases, startTestDatabases } from '../../../test/support/stores.js';
import { balances, emptied, moved, movements, opened } from '../spec/accounts.js';
import { FaultyStore } from '../spec/faulty-store.js';
import { openDatabase, transaction } from '@quittance/process';
import { Lease } from './lease.js';
import { Projector, type ProjectorOptions } from './projector.js';
import { LOCK_STATE, type ProjectorState, projectorState } from './state.js';

describe('the projector', () => {
  let stores: TestDatabases;
  let pool: Pool;
  let store: EventStore;
  let running: { projector: Projector; over: Promise<void> }[] = [];
  let said: { level: string; details: object; message: string }[] = [];
  const projections = [balances, movements];

  beforeAll(async () => {
    stores = await startTestDatabases(projections);
    pool = openDatabase(stores.databaseUrl, { max: 6 });
  });
  beforeEach(async () => {
    await emptied(pool);
    store = memoryEventStore();
    said = [];
  });
  afterEach(async () => {
    for (const { projector } of running) projector.stop();
    await Promise.allSettled(running.map(({ over }) => over));
    running = [];
    await store.close();
  });
  afterAll(async () => {
    await pool.end();
    await stores.stop();
  });

  const say = (level: string) => (details: object, message: string) =>
    void said.push({ level, details, message });
  const start = (options: Partial<ProjectorOptions> = {}): Projector => {
    const projector = new Projector({
      store,
      pool,
      projections,
      entity: 'main',
      streams: ['account-'],
      log: { info: say('info'), warn: say('warn'), error: say('error') },
      heartbeat: { idle: 10_000, soon: 20 },
      ...options,
    });
    running.push({ projector, over: projector.run() });
    running.at(-1)!.over.catch(() => undefined);
    return projector;
  };
  const over = (projector: Projector): Promise<void> =>
    running.find((one) => one.projector === projector)!.over;

  /** Looks until it holds; Jest's own limit ends it when it never does. */
  const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
    for (;;) {
      const found = await look();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const stateWith = (holds: (state: ProjectorState) => boolean): Promise<ProjectorState> =>
    until(async () => {
      const state = await projectorState(pool);
      return holds(state) && state;
    });
  const balance = async (name: string): Promise<string | undefined> =>
    (await pool.query<{ balance: string }>('select balance from live.accounts where account = $1', [name]))
      .rows[0]?.balance;
  const add = async (name: string, ...amounts: number[]): Promise<void> => {
    const end = [];
    for await (const fact of store.read(`account-${name}`)) end.push(fact.revision);
    const facts = amounts.map((by) => moved(name, by));
    if (end.length) await store.append(`account-${name}`, end.at(-1)!, facts);
    else await store.append(`account-${name}`, 'none', [opened(name), ...facts]);
  };

  it('projects what is there and what comes, and goes on from its checkpoint', async () => {
    await add('a', 1, 2);
    const first = start();
    await stateWith(({ facts }) => facts === 3n);
    await add('a', 3);
    await stateWith(({ facts, subscribed }) => facts === 4n && subscribed);
    first.stop();
    await over(first);
    expect((await projectorState(pool)).subscribed).toBe(false);
    await add('a', 4);
    start();
    await stateWith(({ facts }) => facts === 5n);
    expect(await balance('a')).toBe('10');
  });

  it('tells readers of each batch, and lets a heartbeat follow', async () => {
    const listener = await pool.connect();
    const heard: string[] = [];
    listener.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
    await listener.query('listen quittance_progress');
    start();
    await stateWith(({ beatAt }) => beatAt !== undefined);
    await add('a', 1);
    const asked = new Date();
    const { checkpoint, completeThrough } = await stateWith(
      ({ completeThrough: through }) => through! >= asked,
    );
    expect(completeThrough!.getTime()).toBeGreaterThanOrEqual(asked.getTime());
    await until(async () => heard.includes(`quittance_progress ${checkpoint!.commit}`));
    listener.release(true);
  });

  it('beats at once when a question about this moment asks for it', async () => {
    const signal = new AbortController();
    const projector = start({ heartbeat: { idle: 3_600_000, soon: 3_600_000 } });
    const lease = await Lease.acquire({
      databaseUrl: stores.databaseUrl,
      signal: signal.signal,
      asked: () => projector.beat(),
    });
    await stateWith(({ beatAt }) => beatAt !== undefined);
    const now = new Date();
    await until(async () => new Date() > now);
    await pool.query(`select pg_notify('quittance_heartbeat', '')`);
    await stateWith(({ completeThrough }) => completeThrough! >= now);
    await lease!.release();
  });

  it('keeps a second projector standing by until the first is gone', async () => {
    const { databaseUrl } = stores;
    const { signal } = new AbortController();
    const asked = (): void => undefined;
    const first = await Lease.acquire({ databaseUrl, signal, asked });
    let waits = false;
    const second = Lease.acquire({ databaseUrl, signal, asked, standby: () => (waits = true) });
    await until(async () => waits);
    await first!.release();
    await (await second)!.release();
  });

  it('takes the end of a subscription for a failure, with and without an error', async () => {
    const faulty = new FaultyStore(store);
    await add('a', 1);
    const projector = start({ store: faulty });
    await stateWith(({ facts }) => facts === 2n);
    faulty.breakOff();
    await add('a', 1);
    await stateWith(({ facts }) => facts === 3n);
    faulty.breakOff(new Error('UNAVAILABLE'));
    await add('a', 1);
    await stateWith(({ facts }) => facts === 4n);
    expect(projector.counts.restarts).toBe(2);
    expect(await balance('a')).toBe('3');
  });

  it('restarts a subscription that fell silent', async () => {
    const faulty = new FaultyStore(store);
    const projector = start({ store: faulty, silence: 1 });
    await stateWith(({ beatAt }) => beatAt !== undefined);
    faulty.silence();
    await add('a', 5);
    await stateWith(({ facts }) => facts === 2n);
    expect(projector.counts.restarts).toBeGreaterThan(0);
  });

  it('reads a fact that the subscription lost from its stream, when the next one shows the gap', async () => {
    const faulty = new FaultyStore(store, ({ data }) => data.by === '2');
    await add('a', 1, 2, 3);
    const projector = start({ store: faulty });
    await stateWith(({ facts }) => facts === 4n);
    expect(faulty.lost).toBe(1);
    expect(projector.counts.late).toBe(1);
    expect(await balance('a')).toBe('6');
  });

  it('finds by reading the tail again that the last fact of a stream was passed over', async () => {
    const faulty = new FaultyStore(store, ({ data }) => data.by === '2');
    start({ store: faulty, reread: 50 });
    await add('a', 1, 2);
    await add('b', 1);
    await stateWith(({ facts }) => facts === 5n);
    expect(faulty.lost).toBe(1);
    expect(await balance('a')).toBe('3');
    await stateWith(({ tail, checkpoint }) => tail > 0n && tail <= checkpoint!.commit);
  });

  it('stops when the store itself lacks a fact', async () => {
    await add('a', 1, 2, 3);
    const holed = new FaultyStore(store, ({ data }) => data.by === '2');
    holed.read = async function* (stream, from) {
      for await (const fact of store.read(stream, from)) if (fact.data.by !== '2') yield fact;
    };
    await expect(over(start({ store: holed }))).rejects.toMatchObject({ exitCode: 5 });
  });

  it('refuses a store that ends before its checkpoint, saying why', async () => {
    await add('a', 1);
    await pool.query('update projector.state set checkpoint_commit = 9999999, checkpoint_prepare = 9999999');
    const refused = over(start());
    await expect(refused).rejects.toMatchObject({ exitCode: 7 });
    await expect(refused).rejects.toThrow(/restored to an older day/);
  });

  it('keeps few facts in memory when it is far behind', async () => {
    const faulty = new FaultyStore(store);
    start({ store: faulty, batch: 10, heartbeat: { idle: 3_600_000, soon: 3_600_000 } });
    await stateWith(({ beatAt }) => beatAt !== undefined);
    const before = faulty.delivered;
    await transaction(pool, async (sql) => {
      await sql.query(LOCK_STATE);
      for (let i = 0; i < 30; i += 1) await add(`n${i}`, ...Array.from({ length: 40 }, () => 1));
      await until(async () => faulty.delivered - before >= 20);
      for (let i = 0; i < 20; i += 1) await sql.query('select 1');
      // A batch in hand and two that wait.
      expect(faulty.delivered - before).toBeLessThanOrEqual(30);
    });
    await stateWith(({ facts }) => facts === 30n * 41n);
  });

  it('loses nothing while PostgreSQL cuts its connections', async () => {
    start();
    await stateWith(({ beatAt }) => beatAt !== undefined);
    const admin = openDatabase(stores.adminUrl, { max: 1 });
    for (let i = 1; i <= 40; i += 1) {
      await add('a', 1);
      if (i % 8 === 0) {
        await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
        );
      }
    }
    await admin.end();
    await until(async () => (await projectorState(pool).catch(() => undefined))?.facts === 41n);
    expect(await balance('a')).toBe('40');
  });
});
