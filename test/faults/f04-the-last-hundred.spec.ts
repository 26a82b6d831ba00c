import { randomUUID } from 'node:crypto';
import type { RecordedFact } from '@quittance/event-store';
import type { Answered, Caller, Written } from '../support/caller.js';
import { everythingHolds } from './support/everything-holds.js';
import { Processes } from './support/processes.js';
import { until } from './support/until.js';

interface Recorded extends Written {
  allocations: { invoiceId: string; requested: string; applied: string; status: string; code?: string }[];
  unapplied: string;
}
interface Payment {
  received: string;
  allocated: string;
  pending: string;
  unapplied: string;
}

/** So often must both payments have been recorded before the invoice answered the first of them. */
const RACES = 5;

describe('F04: two users allocate the last 100', () => {
  let processes: Processes;
  let users: [Caller, Caller];
  let made = 0;

  beforeAll(async () => {
    processes = await Processes.start();
    const projector = processes.projector();
    const [one, other] = [await processes.api(), await processes.api()];
    await projector.atWork();
    users = [await processes.as(one.url, 'clerk', 'anna'), await processes.as(other.url, 'clerk', 'bruno')];
    await users[0].done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
    await users[1].done('/v1/customers', { customerId: 'C-2', name: 'Verdi' });
  });
  afterAll(() => processes?.stop());

  /** Also that money received is money accounted for. */
  const all = () => everythingHolds({ databaseUrl: processes.databases.databaseUrl, store: processes.store });

  const issued = async (total: string): Promise<string> => {
    const dates = { issuedOn: '2026-01-05', dueOn: '2026-02-04' };
    const body = { number: `N-${++made}`, customerId: 'C-1', ...dates, currency: 'EUR', total };
    return (await users[0].done('/v1/invoices', body)).id;
  };
  const paying = (amount: string, invoiceId: string) => ({
    ...{ amount, currency: 'EUR', receivedOn: '2026-01-20', payerId: 'C-1' },
    allocations: [{ invoiceId, amount }],
  });

  /** Both users send while the store stands still; each request is under way in its process before the store goes on. */
  async function atOnce(bodies: [object, object], path = '/v1/payments'): Promise<Answered<Recorded>[]> {
    const keys = [randomUUID(), randomUUID()];
    await processes.eventStore.freeze();
    const answers = users.map((user, i) => user.post<Recorded>(path, bodies[i], { key: keys[i] }));
    await until('both requests are under way', async () => {
      const sql = 'select key from write_side.requests where key = any($1)';
      return (await processes.pool.query(sql, [keys])).rowCount === 2;
    });
    processes.eventStore.thaw();
    return Promise.all(answers);
  }

  it('of an invoice: one payment settles it, the other is refused and stays unapplied', async () => {
    let races = 0;
    for (let round = 0; races < RACES; round++) {
      expect(round).toBeLessThan(20 * RACES);
      const invoiceId = await issued('1000.00');
      await users[round % 2]!.done('/v1/payments', paying('900.00', invoiceId));
      const before = (await processes.facts()).length;
      const answers = await atOnce([paying('100.00', invoiceId), paying('100.00', invoiceId)]);

      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      const [won, lost] = [...answers].sort((a, b) => Number(a.body.unapplied) - Number(b.body.unapplied));
      const part = { invoiceId, requested: '100.00' };
      expect(won!.body).toMatchObject({
        allocations: [{ ...part, applied: '100.00', status: 'applied' }],
        unapplied: '0.00',
      });
      expect(lost!.body).toMatchObject({
        allocations: [{ ...part, applied: '0.00', status: 'refused', code: 'nothing-open' }],
        unapplied: '100.00',
      });

      const written = (await processes.facts()).slice(before).filter(({ type }) => type !== 'PersonSeen');
      expect(written.map(({ type }) => type).sort()).toEqual([
        'AllocationAnswered',
        'AllocationAnswered',
        'AllocationRefused',
        'PaymentApplied',
        'PaymentReceived',
        'PaymentReceived',
      ]);
      if (bothCameFirst(written)) races += 1;
      const [settled, refused] = await Promise.all([won!, lost!].map(({ body }) => payment(body)));
      expect(settled).toMatchObject({ allocated: '100.00', pending: '0.00', unapplied: '0.00' });
      expect(refused).toMatchObject({ allocated: '0.00', pending: '0.00', unapplied: '100.00' });
      const { body: invoice } = await users[1].get<{ open: string; paid: string }>(
        `/v1/invoices/${invoiceId}`,
      );
      expect(invoice).toMatchObject({ paid: '1000.00', open: '0.00' });
    }
    await all();
  });

  it('of one bank line, each to another invoice: one recording stands, the other is refused and writes nothing', async () => {
    for (let round = 0; round < RACES; round++) {
      const invoices = [await issued('100.00'), await issued('100.00')];
      const line = { source: 'bank', externalId: `line ${round}` };
      const before = (await processes.facts()).length;
      const answers = await atOnce([
        { ...paying('100.00', invoices[0]!), ...line },
        { ...paying('100.00', invoices[1]!), ...line },
      ]);

      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const won = answers.findIndex(({ status }) => status === 201);
      expect(answers[1 - won]!.body).toMatchObject({ code: 'payment-taken' });
      const written = (await processes.facts()).slice(before);
      expect(written.map(({ type }) => type)).toEqual([
        ...['PaymentReceived', 'PaymentApplied', 'AllocationAnswered'],
      ]);
      expect(await payment(answers[won]!.body)).toMatchObject({ allocated: '100.00', unapplied: '0.00' });
      const open = await Promise.all(
        invoices.map(async (id) => (await users[0].get<{ open: string }>(`/v1/invoices/${id}`)).body.open),
      );
      expect([open[won], open[1 - won]]).toEqual(['0.00', '100.00']);
    }
    await all();
  });

  it('of one payment, each to another invoice: one wins, the other is refused and writes nothing', async () => {
    for (let round = 0; round < RACES; round++) {
      const invoices = [await issued('100.00'), await issued('100.00')];
      const money = { amount: '1000.00', currency: 'EUR', receivedOn: '2026-01-20', payerId: 'C-1' };
      const { id } = await users[round % 2]!.done<Recorded>('/v1/payments', {
        ...money,
        allocations: [{ invoiceId: await issued('900.00'), amount: '900.00' }],
      });
      const before = (await processes.facts()).length;
      const bodies = invoices.map((invoiceId) => ({ allocations: [{ invoiceId, amount: '100.00' }] }));
      const answers = await atOnce(bodies as [object, object], `/v1/payments/${id}/allocations`);

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const won = answers.findIndex(({ status }) => status === 200);
      expect(answers[won]!.body).toMatchObject({
        allocations: [{ invoiceId: invoices[won], applied: '100.00', status: 'applied' }],
        unapplied: '0.00',
      });
      expect(answers[1 - won]!.body).toMatchObject({ code: 'more-than-free' });
      const written = (await processes.facts()).slice(before);
      expect(written.map(({ type }) => type)).toEqual([
        ...['AllocationRequested', 'PaymentApplied', 'AllocationAnswered'],
      ]);
      expect(await payment(answers[won]!.body)).toMatchObject({ allocated: '1000.00', unapplied: '0.00' });
    }
    await all();
  });

  const bothCameFirst = (facts: RecordedFact[]): boolean =>
    facts[0]!.type === 'PaymentReceived' && facts[1]!.type === 'PaymentReceived';

  /** As the tables have it, once they have all that its recording caused. */
  async function payment({ id, position }: Recorded): Promise<Payment> {
    return (await users[0].get<Payment>(`/v1/payments/${id}`, position)).body;
  }
});
