import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

let quittance: Quittance;
let clerk: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as('clerk');
});
afterAll(() => quittance?.stop());

describe('a database in trouble', () => {
  let admin: Client;
  let database: string;
  beforeAll(async () => {
    admin = new Client({ connectionString: quittance.adminUrl });
    await admin.connect();
    const { rows } = await quittance.pool.query<{ name: string }>('select current_database() as name');
    database = rows[0]!.name;
    const { position } = await clerk.done('/v1/customers', { customerId: 'T', name: 'Neri' });
    await clerk.get('/v1/customers', position); // The projector is at work.
  });
  afterAll(() => admin?.end());

  const register = (customerId: string) =>
    clerk.post('/v1/customers', { customerId, name: 'Bianchi' }, { key: `trouble ${customerId}` });
  const sessions = `pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`;
  /** What the caller of a request hears while the guard's table is locked, and its session is dealt with so. */
  const waiting = async (how: 'pg_cancel_backend' | 'pg_terminate_backend', customerId: string) => {
    await admin.query('begin; lock table write_side.idempotency in access exclusive mode');
    try {
      let answered = false;
      const answer = register(customerId).finally(() => (answered = true));
      while (!answered)
        await admin.query(`select pg_stat_clear_snapshot();
          select ${how}(pid) from ${sessions} and query like '%insert into write_side.idempotency%'`);
      return await answer;
    } finally {
      await admin.query('rollback');
    }
  };
  /** … while PostgreSQL refuses to write the guard's row for this reason. */
  const refusing = async (state: string, customerId: string) => {
    await admin.query(`create function write_side.refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused' using errcode = '${state}'; end $$;
      create trigger refuse before insert on write_side.idempotency execute function write_side.refuse()`);
    try {
      return await register(customerId);
    } finally {
      await admin.query('drop function write_side.refuse cascade');
    }
  };
  /** … while no connection is left. */
  const crowded = async (customerId: string) => {
    await admin.query(`alter database "${database}" connection limit 0`);
    try {
      await admin.query(`select pg_terminate_backend(pid) from ${sessions}`);
      return await register(customerId);
    } finally {
      await admin.query(`alter database "${database}" connection limit -1`);
    }
  };

  const TROUBLES: Record<string, (customerId: string) => ReturnType<typeof register>> = {
    'too many connections (53300)': crowded,
    'query cancelled (57014)': (customerId) => waiting('pg_cancel_backend', customerId),
    'session ended by the administrator (57P01)': (customerId) => waiting('pg_terminate_backend', customerId),
    'disk full (53100)': (customerId) => refusing('53100', customerId),
    'out of memory (53200)': (customerId) => refusing('53200', customerId),
    'not serializable (40001)': (customerId) => refusing('40001', customerId),
    'deadlock (40P01)': (customerId) => refusing('40P01', customerId),
    'read-only standby (25006)': (customerId) => refusing('25006', customerId),
  };

  story(
    'mended-doors',
    'C7',
    'A database in trouble is 503 with Retry-After; the api lives on, and the same request goes through after it',
    async (show) => {
      const got: Record<string, unknown> = {};
      const right: Record<string, unknown> = {};
      for (const [n, [name, trouble]] of Object.entries(TROUBLES).entries()) {
        const { status, headers, body } = await trouble(`T-${n}`);
        const alive = (await clerk.get('/health/live')).status;
        let after = await register(`T-${n}`);
        while (after.status === 503) after = await register(`T-${n}`);
        got[name] = [status, body.code, /^\d+$/.test(headers.get('retry-after') ?? ''), alive, after.status];
        right[name] = [503, 'database-unavailable', true, 200, 201];
      }
      show({
        input: 'POST /v1/customers while PostgreSQL has this trouble; /health/live; the same request again',
        right,
        got,
      });
    },
  );
});

describe('without the event store', () => {
  const key = randomUUID();
  const customer = { customerId: 'C-1', name: 'Rossi' };
  let newcomer: Caller;

  beforeAll(async () => {
    newcomer = await quittance.as('clerk', 'a new clerk');
    const { position } = await clerk.done('/v1/customers', { customerId: 'C-0', name: 'Verdi' });
    await clerk.get('/v1/customers', position);
    await quittance.eventStoreNode.stop();
  });

  it('a write is refused with 503 and when to try again, nothing being known to be lost', async () => {
    for (const caller of [clerk, newcomer]) {
      const { status, headers, body } = await caller.post('/v1/customers', customer, { key });
      expect({ status, body }).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
      expect(headers.get('retry-after')).toMatch(/^\d+$/);
    }
  });

  it('a read is answered, also to somebody who was never seen', async () => {
    for (const caller of [clerk, newcomer]) {
      const { status, body } = await caller.get<{ items: { id: string }[] }>('/v1/customers');
      expect(status).toBe(200);
      expect(body.items.map(({ id }) => id)).toContain('C-0');
      expect(body.items.map(({ id }) => id)).not.toContain('C-1');
    }
  });

  it('the api is alive and not ready', async () => {
    expect((await clerk.get('/health/live')).status).toBe(200);
    const { status, body } = await clerk.get('/health/ready');
    expect({ status, detail: body.detail }).toEqual({
      status: 503,
      detail: expect.stringContaining('The event store does not answer.') as string,
    });
  });

  it('the same request goes through when it is back', async () => {
    await quittance.eventStoreNode.start();
    let answered = await clerk.post('/v1/customers', customer, { key });
    for (const until = Date.now() + 30_000; answered.status === 503 && Date.now() < until;) {
      answered = await clerk.post('/v1/customers', customer, { key });
    }
    expect(answered).toMatchObject({ status: 201, body: { id: 'C-1', revision: 0 } });
    const facts = await quittance.facts();
    expect(facts.filter(({ data }) => data.customerId === 'C-1')).toHaveLength(1);
  });
});
