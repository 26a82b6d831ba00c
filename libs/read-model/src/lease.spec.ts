import type { Pool } from 'pg';
import { AccountsReadSide, history, projections } from '../spec/accounts-read-side.js';
import { Lease } from './lease.js';
import { rebuild } from './rebuild/rebuild.js';
import { releaseParked } from './release.js';
import { LOCK_STATE } from './state.js';

describe('a projector that starts while another one holds the lease', () => {
  let side: AccountsReadSide;
  let pool: Pool;
  let stopping: AbortController;
  let leases: Promise<Lease | undefined>[];

  beforeAll(async () => {
    side = await AccountsReadSide.start();
    ({ pool } = side);
  });
  beforeEach(async () => {
    await side.empty();
    stopping = new AbortController();
    leases = [];
    expect(await started()).toBe('at work');
  });
  afterEach(async () => {
    stopping.abort();
    for (const lease of leases) await (await lease)?.release();
  });
  afterAll(() => side.stop());

  const started = (): Promise<'at work' | 'standing by'> =>
    new Promise((resolve, reject) => {
      const { databaseUrl } = side;
      const { signal } = stopping;
      const standby = (): void => resolve('standing by');
      const lease = Lease.acquire({ databaseUrl, signal, standby, asked: () => undefined });
      leases.push(lease);
      lease.then(() => resolve('at work'), reject);
    });
  const stoodStill = () =>
    pool.query(
      `update projector.state set beat_at = now() - interval '16 s', moved_at = now() - interval '16 s'`,
    );

  it('takes over when that one has not moved for 15 seconds; of several, one does', async () => {
    await stoodStill();
    const both = await Promise.all([started(), started()]);
    expect(both.sort()).toEqual(['at work', 'standing by']);
  });

  it('stands by while that one has just begun', async () => {
    await pool.query(`update projector.state set beat_at = now() - interval '1 hour'`);
    expect(await started()).toBe('standing by');
  });

  it.each([
    { what: 'writes batches, far behind the last heartbeat', doing: () => side.projected(history()) },
    {
      what: 'has rebuilt changed tables',
      doing: () => rebuild({ pool, projections, projecting: true }),
    },
    {
      what: 'has let parked streams go on',
      doing: async () => {
        await pool.query(`insert into projector.parked (projection, stream, revision, position, type, error)
          values ('balances', 'account-a', 1, 20, 'Moved', '')`);
        await releaseParked({ pool, projections });
      },
    },
  ])('stands by while that one $what', async ({ doing }) => {
    await stoodStill();
    await doing();
    expect(await started()).toBe('standing by');
  });

  it('stands by while that one is just writing, and takes over when nothing came of it', async () => {
    const writing = await pool.connect();
    await stoodStill();
    await writing.query(`begin; ${LOCK_STATE}`);
    expect(await started()).toBe('standing by');
    await writing.query('rollback');
    writing.release();
    expect(await leases.at(-1)).toBeInstanceOf(Lease);
  });

  it('begins at once when that one has died, whatever it was just writing', async () => {
    const writing = await pool.connect();
    await writing.query(`begin; ${LOCK_STATE}`);
    await (await leases[0])!.release();
    expect(await started()).toBe('at work');
    await writing.query('rollback');
    writing.release();
  });
});
