import { idOf, Ledger } from '../../spec/ledger.js';
import { type Response, startReading } from '../../spec/reading.js';

describe('a payment that came before the invoice it is meant for', () => {
  let ledger: Ledger;
  let app: Awaited<ReturnType<typeof startReading>>['app'];
  let get: (url: string) => Promise<Response>;

  beforeAll(async () => {
    ledger = await Ledger.open();
    ({ app, get } = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' }));
    await ledger.issue('1', { total: '100.00', issuedOn: '2026-04-01', dueOn: '2026-04-30' });
    await ledger.receive('P', '150.00', '2026-03-15', { 1: '40.00' });
    await ledger.settle('P', '1', '40.00', '2026-03-15');
    await ledger.beat();
  });
  afterAll(async () => {
    await app.close();
    await ledger.close();
  });

  it('is on account until the day of the invoice, and names no part that is taken later', async () => {
    const { body } = await get(`/v1/payments/${idOf('P')}?asOf=2026-03-31`);
    expect(body).toMatchObject({ allocated: '0.00', pending: '0.00', unapplied: '150.00', allocations: [] });
  });

  it('is found by the invoice from that day on', async () => {
    const found = async (query: string): Promise<number> =>
      (await get(`/v1/payments?invoiceId=${idOf('1')}${query}`)).body.items.length;
    expect([await found('&asOf=2026-03-31'), await found('&asOf=2026-04-01'), await found('')]).toEqual([
      0, 1, 1,
    ]);
  });

  it('has its part from that day on', async () => {
    for (const asOf of ['', '?asOf=2026-04-01']) {
      const { body } = await get(`/v1/payments/${idOf('P')}${asOf}`);
      expect(body).toMatchObject({
        ...{ allocated: '40.00', pending: '0.00', unapplied: '110.00' },
        allocations: [{ applied: '40.00', status: 'applied', appliedOn: '2026-04-01' }],
      });
    }
  });
});
