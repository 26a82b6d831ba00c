import { randomUUID } from 'node:crypto';
import { chain, CHAIN_START } from '@quittance/event-store';
import type { Problem } from '@quittance/http';
import { invoiceIdOf, invoiceStream, PROJECTIONS } from '@quittance/receivables';
import { type Caller, ENTITY, type Quittance, startQuittance } from '../support/quittance.js';

let quittance: Quittance;
let anybody: Caller;
let clerk: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  anybody = quittance.callerWith(null);
  clerk = await quittance.as('clerk', 'clara');
});
afterAll(() => quittance?.stop());

/** The samples that /metrics tells now, by their name with labels. */
async function metrics(): Promise<Map<string, number>> {
  const { status, body } = await anybody.get<string>('/metrics');
  expect(status).toBe(200);
  const lines = body.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

const customer = (customerId: string) => ({ customerId, name: 'Rossi S.r.l.' });
const invoice = (number: string, customerId = 'C-1') => ({
  ...{ number, customerId, currency: 'EUR', total: '100.00' },
  ...{ issuedOn: '2026-01-01', dueOn: '2026-01-31' },
});

describe('/metrics', () => {
  it('counts commands by type and result, and times requests by their route', async () => {
    const key = randomUUID();
    await clerk.done('/v1/customers', customer('C-1'), { key });
    await clerk.done('/v1/customers', customer('C-1'), { key });
    await clerk.done('/v1/customers', customer('C-1'));
    await clerk.refused('/v1/invoices', invoice('N-1', 'C-unknown'));
    const { id, position } = await clerk.done('/v1/invoices', invoice('N-1'));
    await clerk.refused('/v1/invoices', { ...invoice('N-1'), total: '7.00' });
    await clerk.get(`/v1/invoices/${id}`, position);
    await clerk.get('/v1/nothing');
    const now = await metrics();
    const commands = (command: string, result: string, kind = ''): number | undefined =>
      now.get(`quittance_commands_total{command="${command}",result="${result}",kind="${kind}"}`);
    expect(commands('RegisterCustomer', 'done')).toBe(1);
    expect(commands('RegisterCustomer', 'replayed')).toBe(1);
    expect(commands('RegisterCustomer', 'unchanged')).toBe(1);
    expect(commands('IssueInvoice', 'done')).toBe(1);
    expect(commands('IssueInvoice', 'rejected', 'invalid')).toBe(1);
    expect(commands('IssueInvoice', 'rejected', 'conflict')).toBe(1);
    expect(now.get('quittance_append_seconds_count{result="appended"}')).toBeGreaterThanOrEqual(3);
    const read = 'method="GET",route="/v1/invoices/:id",status="200"';
    expect(now.get(`quittance_http_request_seconds_count{${read}}`)).toBe(1);
    const nowhere = 'method="other",route="none",status="404"';
    expect(now.get(`quittance_http_request_seconds_count{${nowhere}}`)).toBe(1);
    expect(now.get('process_cpu_seconds_total')).toBeGreaterThan(0);
  });

  it('counts the appends that others had overtaken', async () => {
    const before = (await metrics()).get('quittance_append_conflicts_total')!;
    // Another api process issues the invoice: this one believes its stream to be empty.
    const invoiceId = invoiceIdOf(ENTITY, 'N-2');
    const issued = (await quittance.facts()).find(({ type }) => type === 'InvoiceIssued')!;
    const data = { ...issued.data, invoiceId, number: 'N-2' };
    const fact = { id: randomUUID(), type: issued.type, data, metadata: issued.metadata };
    const stream = invoiceStream(invoiceId);
    const { result } = await quittance.store.append(stream, 'none', chain(stream, CHAIN_START, [fact]));
    expect(result).toBe('appended');
    const { code } = await clerk.refused('/v1/invoices', { ...invoice('N-2'), total: '7.00' });
    expect(code).toBe('number-taken');
    expect((await metrics()).get('quittance_append_conflicts_total')).toBe(before + 1);
  });

  it('holds no id, name or number of anyone, whatever callers send', async () => {
    await clerk.get(`/v1/customers/C-1`);
    await clerk.ask('/v1/nowhere-C-1', { method: 'PUT' });
    const text = (await anybody.get<string>('/metrics')).body;
    for (const known of ['C-1', 'N-1', 'Rossi', 'clara', 'nowhere']) expect(text).not.toContain(known);
  });
});

describe('when the projector stands still', () => {
  let positions: string[];
  beforeAll(async () => {
    await quittance.projector.stop();
    positions = [];
    for (const number of ['N-11', 'N-12', 'N-13']) {
      positions.push((await clerk.done('/v1/invoices', invoice(number))).position);
    }
  });

  it('the lag is told in facts and seconds, and the time of the last heartbeat', async () => {
    const now = await metrics();
    expect(now.get('quittance_projection_lag_facts')).toBe(3);
    expect(now.get('quittance_projection_lag_seconds')).toBeGreaterThan(0);
    expect(now.get('quittance_projector_heartbeat_age_seconds')).toBeGreaterThan(0);
    expect(now.get('quittance_log_position')).toBe(Number(positions[2]));
    expect(now.get('quittance_store_up{store="postgresql"}')).toBe(1);
    expect(now.get('quittance_store_up{store="event-store"}')).toBe(1);
  });

  it('`/v1/status` says the same', async () => {
    const { status, body } = await clerk.get('/v1/status');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        eventStore: { answers: true, position: positions[2] },
        database: { answers: true },
        projector: { subscribed: false, lag: { facts: 3, estimated: false } },
        parkedStreams: 0,
        rebuilds: [],
      },
    });
    const { projections } = body as { projections: { name: string; parked: number }[] };
    expect(projections.map(({ name }) => name)).toEqual(PROJECTIONS.map(({ name }) => name).sort());
  });

  it('a rebuild under way is told with its progress', async () => {
    await quittance.pool.query(
      `insert into projector.rebuilds (target, projections, versions, source, facts_done, facts_to_do)
       values ('live', '{invoices}', '{x}', 'mirror', 40, 100), ('live', '{people}', '{x}', 'store', 7, 7)`,
    );
    await quittance.pool.query(`update projector.rebuilds set status = 'swapped' where facts_done = 7`);
    const now = await metrics();
    expect(now.get('quittance_rebuild_facts_done{projection="invoices"}')).toBe(40);
    expect(now.get('quittance_rebuild_facts_to_do{projection="invoices"}')).toBe(100);
    const { body } = await clerk.get<{ rebuilds: object[] }>('/v1/status');
    expect(body.rebuilds).toMatchObject([{ projections: ['invoices'], status: 'building', factsDone: '40' }]);
    await quittance.pool.query('delete from projector.rebuilds');
    expect((await metrics()).has('quittance_rebuild_facts_done{projection="invoices"}')).toBe(false);
  });

  it('it is ready until a fact has waited for a minute; then the reason is named', async () => {
    expect(await anybody.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    const { status, body } = await anybody.get<Problem>('/health/ready').finally(() => now.mockRestore());
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'not-ready' });
    expect(body.detail).toMatch(/^3 facts wait, the first for 6\d s, in the projections .*invoices/);
    expect(body.errors).toMatchObject([{ field: '/projections', rule: 'lag' }]);
  });

  it('a silent projector is named, and no lag is left when it is back', async () => {
    await quittance.pool.query(`update projector.state set beat_at = beat_at - interval '1 minute'`);
    const { status, body } = await anybody.get<Problem>('/health/ready');
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'not-ready' });
    expect(body.errors).toMatchObject([{ field: '/projector', rule: 'heartbeat' }]);
    quittance.projector.start();
    await clerk.get('/v1/invoices', positions[2]);
    expect((await metrics()).get('quittance_projection_lag_facts')).toBe(0);
    expect((await metrics()).get('quittance_projection_lag_seconds')).toBe(0);
  });
});

describe('when the event store is away', () => {
  it('says so, and tells no lag rather than an old one', async () => {
    await quittance.eventStoreNode.stop();
    const now = await metrics();
    expect(now.get('quittance_store_up{store="event-store"}')).toBe(0);
    expect(now.get('quittance_store_up{store="postgresql"}')).toBe(1);
    expect([...now.keys()].filter((name) => /_projection_lag|log_position/.test(name))).toEqual([]);
    const { status, body } = await clerk.get('/v1/status');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        eventStore: { answers: false, position: null },
        database: { answers: true },
        projector: { lag: null },
      },
    });
    const ready = await anybody.get<Problem>('/health/ready');
    expect(ready.body.errors).toMatchObject([{ field: '/eventStore', rule: 'answers' }]);
  });
});
