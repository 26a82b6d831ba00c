import type { Problem } from '@quittance/http';
import { REBUILD_LOCK } from '@quittance/read-model';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';

let quittance: Quittance;
let anybody: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  anybody = quittance.callerWith(null);
  const clerk = await quittance.as('clerk');
  const { position } = await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi S.r.l.' });
  await clerk.get('/v1/customers', position);
});
afterAll(() => quittance?.stop());

/** `ready`, or pointer and rule of each reason why not. */
async function ready(): Promise<string> {
  const { status, body } = await anybody.get<Problem>('/health/ready');
  return status === 200 ? 'ready' : body.errors.map(({ field, rule }) => `${field} ${rule}`).join(', ');
}

describe('a projection of this version', () => {
  const made = (name: string, version: string) =>
    quittance.pool.query(
      `insert into projector.projections (name, version, comment, tables) values ($1, $2, '', '{}')
       on conflict (name) do update set version = excluded.version`,
      [name, version],
    );
  const stale = async (): Promise<boolean> => {
    const auditor = await quittance.as('auditor');
    return (await auditor.get('/v1/invoices')).headers.get('quittance-stale') === 'true';
  };
  afterEach(() => made('invoices', 'as before'));

  it('whose tables lack facts is not ready, and reads say that they are stale', async () => {
    await made('invoices', 'unbuilt');
    expect(await ready()).toBe('/projections built');
    const { body } = await anybody.get<Problem>('/health/ready');
    expect(body.detail).toMatch(/^The tables of invoices lack facts/);
    expect(await stale()).toBe(true);
  });

  it('whose tables another version made answers from them until they are rebuilt', async () => {
    await made('invoices', 'another');
    expect([await ready(), await stale()]).toEqual(['ready', false]);
  });

  it('has nothing to do with those that only another release knows', async () => {
    await made('given_up', 'unbuilt');
    expect([await ready(), await stale()]).toEqual(['ready', false]);
  });
});

describe('a projector that is silent', () => {
  beforeAll(async () => {
    await quittance.projector.stop();
    await quittance.pool.query(`update projector.state set beat_at = beat_at - interval '1 minute'`);
  });

  const silent = '/projector heartbeat';
  it.each([
    { rebuild: 'the one it waits for', is: 'ready' },
    { rebuild: 'one that was killed a moment ago', killed: true, is: silent },
    { rebuild: 'one that stands still itself', moved: '2 minutes', is: silent },
    { rebuild: 'one beside it, or a dry run', projecting: false, is: silent },
    { rebuild: "an analyst's", projecting: false, target: 'analysis', is: silent },
  ])('beside a rebuild, $rebuild: $is', async ({ is, killed, moved, projecting = true, target = 'live' }) => {
    const rebuilding = await quittance.pool.connect();
    if (!killed) await rebuilding.query('select pg_advisory_lock($1)', [REBUILD_LOCK]);
    await rebuilding.query(
      `insert into projector.rebuilds (target, projections, versions, source, projecting, updated_at)
       values ($1, '{invoices}', '{x}', 'mirror', $2, now() - $3::interval)`,
      [target, projecting, moved ?? '1 second'],
    );
    const said = await ready();
    await rebuilding.query('delete from projector.rebuilds');
    rebuilding.release(true);
    expect(said).toBe(is);
  });
});
