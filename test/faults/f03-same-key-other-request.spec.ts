import { randomUUID } from 'node:crypto';
import type { Caller, Written } from '../support/caller.js';
import { invoiceBody } from '../support/invoice-body.js';
import { everythingHolds } from './support/everything-holds.js';
import { Processes } from './support/processes.js';

describe('F03: the same idempotency key with another body or route', () => {
  let processes: Processes;
  let one: Caller;
  let other: Caller;
  const REUSED = { status: 422, code: 'idempotency-key-reused' };

  beforeAll(async () => {
    processes = await Processes.start();
    const apis = [await processes.api(), await processes.api()];
    [one, other] = (await Promise.all(apis.map(({ url }) => processes.as(url, 'clerk')))) as [Caller, Caller];
    processes.projector();
    await one.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  });
  afterAll(() => processes?.stop());

  const all = () => everythingHolds({ databaseUrl: processes.databases.databaseUrl, store: processes.store });

  it('is refused by the process that answered the first, by another one and by one that has just started', async () => {
    const key = randomUUID();
    const body = invoiceBody();
    const { id } = await one.done('/v1/invoices', body, { key });
    const before = await processes.facts();
    const fresh = await processes.as((await processes.api()).url, 'clerk');
    for (const caller of [one, other, fresh]) {
      expect(await caller.refused('/v1/invoices', { ...body, total: '99.00' }, { key })).toMatchObject(
        REUSED,
      );
      expect(await caller.refused('/v1/invoices', invoiceBody(), { key })).toMatchObject(REUSED);
      expect(
        await caller.refused('/v1/customers', { customerId: 'C-2', name: 'Verdi' }, { key }),
      ).toMatchObject(REUSED);
      const payment = { amount: '1.00', currency: 'EUR', receivedOn: '2026-01-10', allocations: [] };
      expect(await caller.refused('/v1/payments', payment, { key })).toMatchObject(REUSED);
      const owner = { ownerId: 'anna', reason: 'a trial', assignedOn: '2026-01-10' };
      expect(await caller.refused(`/v1/invoices/${id}/owner`, owner, { key })).toMatchObject(REUSED);
    }
    expect(await processes.facts()).toEqual(before);
    // The request whose key it is gets its answer from all of them.
    for (const caller of [one, other, fresh]) {
      const again = await caller.post<Written>('/v1/invoices', body, { key });
      expect([again.status, again.body.id, again.headers.get('idempotency-replayed')]).toEqual([
        201,
        id,
        'true',
      ]);
    }
    expect(await processes.facts()).toEqual(before);
    await all();
  });

  it('takes one of two that reach two processes in the same moment, and nothing of the other', async () => {
    for (let round = 0; round < 20; round++) {
      const key = randomUUID();
      const bodies = [invoiceBody({ total: '1.00' }), invoiceBody({ total: '2.00' })];
      const before = (await processes.facts()).length;
      const answers = await Promise.all(
        [one, other].map((at, i) => at.post('/v1/invoices', bodies[i], { key })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
      const written = (await processes.facts()).slice(before);
      const accepted = bodies[answers.findIndex(({ status }) => status === 201)]!;
      expect(written).toMatchObject([{ type: 'InvoiceIssued', data: { number: accepted.number } }]);
    }
    expect((await all()).facts).toBe((await processes.facts()).length);
  });
});
