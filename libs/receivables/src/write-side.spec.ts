import type { EventStore } from '@quittance/event-store';
import type { Pool } from 'pg';
import { type Company, company as found, TODAY } from '../../../test/support/company.js';
import { startWriteSideDatabase } from '../../../test/support/write-side.js';
import { RegisterCustomer } from './customer/customer.commands.js';
import { ChaseInvoice } from './dunning/dunning.commands.js';
import { GrantExtension } from './invoice/extension/extension.commands.js';
import { AssignOwner } from './invoice/owner/owner.commands.js';
import { FinishPayment } from './payment/payment.commands.js';
import { allocationIdOf } from './streams.js';
import { RegisterPerson, SeePerson } from './person/person.commands.js';

let pool: Pool;
let stop: () => Promise<void>;
beforeAll(async () => ({ pool, stop } = await startWriteSideDatabase()));
afterAll(() => stop());

const company = (reach?: (store: EventStore) => EventStore) => found(pool, reach);

describe('the receivables', () => {
  it('know an actor from the first request, once', async () => {
    const firm = await company();
    expect((await firm.send(SeePerson, { personId: 'anna', roles: ['admin'] })).facts).toEqual([]);
    expect((await firm.facts()).filter(({ type }) => type === 'PersonSeen')).toHaveLength(1);
  });

  it('take a person, a customer, an invoice, an extension and an owner, each on its stream', async () => {
    const firm = await company();
    const bruno = { personId: 'bruno', name: 'Bruno', email: 'bruno@example.com', managerId: 'anna' };
    expect(await firm.send(RegisterPerson, bruno)).toMatchObject({ id: 'bruno', created: true });
    const invoiceId = await firm.issue('R-1', '100');
    const reason = 'They asked.';
    const granted = { agreedDueOn: '2026-12-31', reason, grantedOn: '2026-02-01' };
    await firm.send(GrantExtension, { invoiceId, ...granted });
    const assigned = await firm.send(AssignOwner, {
      invoiceId,
      ownerId: 'bruno',
      reason,
      assignedOn: '2026-02-01',
    });
    expect(assigned).toMatchObject({ id: invoiceId, stream: `invoice-${invoiceId}`, revision: 2n });
    const facts = await firm.facts();
    expect(facts.map(({ type }) => type)).toEqual([
      'PersonSeen',
      'CustomerRegistered',
      'PersonRegistered',
      'InvoiceIssued',
      'ExtensionGranted',
      'OwnerAssigned',
    ]);
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toMatch(/Rossi|Bruno|bruno@|They asked/);
    expect(facts.map(({ metadata }) => metadata.effectiveOn)).toEqual([
      TODAY,
      TODAY,
      TODAY,
      '2026-01-01',
      '2026-02-01',
      '2026-02-01',
    ]);
  });

  it('read a stream that memory does not hold once a command', async () => {
    const firm = await company();
    const id = await firm.issue('R-1', '100');
    const read: string[] = [];
    const counting = (store: EventStore): EventStore =>
      Object.create(store, {
        read: {
          value: (stream: string, from?: bigint) => {
            read.push(stream);
            return store.read(stream, from);
          },
        },
      }) as EventStore;
    const other = await company(() => counting(firm.store));
    read.length = 0;
    const extended = { invoiceId: id, agreedDueOn: '2026-12-31', reason: 'They asked.' };
    await other.send(GrantExtension, { ...extended, grantedOn: '2026-02-01' });
    expect(read).toEqual([`invoice-${id}`]);
  });

  it('know a customer by the same content again, personal data included, in any process', async () => {
    const firm = await company();
    const again = await firm.send(RegisterCustomer, { customerId: 'C-1', name: 'Rossi' });
    expect(again).toMatchObject({ id: 'C-1', revision: 0n, facts: [] });
    await expect(firm.send(RegisterCustomer, { customerId: 'C-1', name: 'Rosso' })).rejects.toMatchObject({
      code: 'customer-taken',
    });
  });

  it('give a number to one of two who issue it at once', async () => {
    const firm = await company();
    const results = await Promise.allSettled([firm.issue('R-1', '100'), firm.issue('R-1', '200')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await firm.facts()).filter(({ type }) => type === 'InvoiceIssued')).toHaveLength(1);
  });

  it('refuse an invoice or a path that does not exist', async () => {
    const firm = await company();
    for (const invoiceId of ['0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c', "'; drop table", 'x'.repeat(5_000)]) {
      const extension = firm.send(GrantExtension, { invoiceId, agreedDueOn: '2026-12-31', reason: 'r' });
      await expect(extension).rejects.toMatchObject({ kind: 'not-found', code: 'invoice-not-found' });
    }
  });
});

describe('a payment', () => {
  it('says of each allocation what became of it, and what stays unapplied', async () => {
    const firm = await company();
    const [small, paid, large] = [
      await firm.issue('1', '50'),
      await firm.issue('2', '60'),
      await firm.issue('3', '500'),
    ];
    await firm.pay('60', [{ invoiceId: paid, amount: '60' }]);
    const { id, answer } = await firm.pay('300', [
      { invoiceId: small, amount: '70' },
      { invoiceId: paid, amount: '10' },
      { invoiceId: large, amount: '200' },
    ]);
    const part = (invoiceId: string) => ({ allocationId: allocationIdOf(id, invoiceId), invoiceId });
    const cut = { requested: '70.00', applied: '50.00', status: 'applied', code: 'less-open' };
    expect(answer).toEqual({
      allocations: [
        { ...part(small), ...cut },
        { ...part(paid), requested: '10.00', applied: '0.00', status: 'refused', code: 'nothing-open' },
        { ...part(large), requested: '200.00', applied: '200.00', status: 'applied' },
      ],
      unapplied: '50.00',
    });
  });

  it('sent again is answered as before and settles nothing twice', async () => {
    const firm = await company();
    const invoiceId = await firm.issue('1', '100');
    const first = await firm.pay('40', [{ invoiceId, amount: '40' }], {}, 'once');
    const before = (await firm.facts()).length;
    const again = await firm.pay('40', [{ invoiceId, amount: '40' }], {}, 'once');
    expect(again).toMatchObject({ id: first.id, created: true, replayed: true, answer: first.answer });
    expect(await firm.facts()).toHaveLength(before);
  });

  it('that its source knows is recorded once, under any key', async () => {
    const firm = await company();
    const invoiceId = await firm.issue('1', '100');
    const known = { source: 'bank', externalId: 'B-1' };
    const first = await firm.pay('40', [{ invoiceId, amount: '40' }], known);
    const again = await firm.pay('40.00', [{ invoiceId, amount: '40' }], known);
    expect(again).toMatchObject({ id: first.id, facts: [], answer: first.answer });
    expect((await firm.facts()).filter(({ type }) => type.startsWith('Payment'))).toHaveLength(2);
  });

  it('over 500 invoices is settled with each of them', async () => {
    const firm = await company();
    const ids = await Promise.all(Array.from({ length: 500 }, (_, i) => firm.issue(`N-${i}`, '1')));
    const { answer } = await firm.pay(
      '500',
      ids.map((invoiceId) => ({ invoiceId, amount: '1' })),
    );
    expect(answer!.allocations.map(({ invoiceId }) => invoiceId)).toEqual(ids);
    expect(answer!.allocations.every(({ status }) => status === 'applied')).toBe(true);
    expect(answer!.unapplied).toBe('0.00');
  });

  it('never applies more than is open, however many pay at once', async () => {
    const firm = await company();
    const invoiceId = await firm.issue('1', '100');
    const paid = await Promise.all(
      Array.from({ length: 20 }, () => firm.pay('30', [{ invoiceId, amount: '30' }])),
    );
    const applied = paid.map(({ answer }) => answer!.allocations[0]!.applied);
    expect(applied.sort()).toEqual([...Array<string>(16).fill('0.00'), '10.00', '30.00', '30.00', '30.00']);
  });

  it('whose invoice cannot be asked leaves its part pending, until somebody asks again', async () => {
    let down = false;
    const firm = await company((store) =>
      Object.assign(Object.create(store) as EventStore, {
        append: (async (stream, ...rest) =>
          down && stream.startsWith('invoice-')
            ? { result: 'unknown', cause: new Error('no answer') }
            : store.append(stream, ...rest)) satisfies EventStore['append'],
      }),
    );
    const invoiceId = await firm.issue('1', '100');
    down = true;
    const { id, answer } = await firm.pay('100', [{ invoiceId, amount: '80' }]);
    expect(answer).toEqual({
      allocations: [
        {
          allocationId: allocationIdOf(id, invoiceId),
          invoiceId,
          requested: '80.00',
          applied: '0.00',
          status: 'pending',
        },
      ],
      unapplied: '20.00',
    });
    down = false;
    for (let times = 0; times < 2; times += 1) await firm.send(FinishPayment, { paymentId: id });
    expect((await firm.facts()).slice(-2).map(({ type, data }) => [type, data.applied])).toEqual([
      ['PaymentApplied', '80.00'],
      ['AllocationAnswered', '80.00'],
    ]);
  });

  it('in another currency than the invoice leaves no fact', async () => {
    const firm = await company();
    const invoiceId = await firm.issue('1', '100');
    const before = (await firm.facts()).length;
    const paying = firm.pay('100', [{ invoiceId, amount: '80' }], { currency: 'USD' });
    await expect(paying).rejects.toMatchObject({ code: 'currency-mismatch' });
    expect(await firm.facts()).toHaveLength(before);
  });
});

describe('a chase', () => {
  const chase = (firm: Company, invoiceId: string, on: string) =>
    firm.send(ChaseInvoice, { invoiceId, on }).then(({ facts }) => facts.map(({ type }) => type));

  it('run twice at once plans each step once, and leaves a paid invoice alone', async () => {
    const firm = await company();
    const [open, paid] = [await firm.issue('1', '100'), await firm.issue('2', '100')];
    await firm.pay('100', [{ invoiceId: paid, amount: '100' }]);
    await Promise.all([chase(firm, open, '2026-02-03'), chase(firm, open, '2026-02-03')]);
    expect(await chase(firm, paid, '2026-02-03')).toEqual([]);
    expect(await chase(firm, open, '2026-02-03')).toEqual([]);
    const planned = (await firm.facts()).filter(({ stream }) => stream.startsWith('dunning-'));
    expect(planned.map(({ type }) => type)).toEqual(['ReminderSkipped', 'ReminderPlanned']);
  });

  it("escalates to the owner's manager", async () => {
    const firm = await company();
    await firm.send(RegisterPerson, {
      personId: 'bruno',
      name: 'B',
      email: 'b@example.com',
      managerId: 'anna',
    });
    const invoiceId = await firm.issue('1', '100', { ownerId: 'bruno' });
    await chase(firm, invoiceId, '2026-03-02');
    expect((await firm.facts()).at(-1)).toMatchObject({
      type: 'InvoiceEscalated',
      data: { ownerId: 'bruno', escalatedTo: 'anna' },
    });
  });
});
