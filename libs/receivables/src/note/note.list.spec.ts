import { randomUUID } from 'node:crypto';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { startTestDatabases } from '../../../../test/support/stores.js';
import { History } from '../../spec/history.js';
import { startReading } from '../../spec/reading.js';
import { PROJECTIONS } from '../features.js';

it('notes on invoices and customers are listed once each, from the day they count, with who wrote them', async () => {
  const stores = await startTestDatabases(PROJECTIONS);
  const pool = openDatabase(stores.databaseUrl, { max: 2 });
  const { app, get } = await startReading(pool, { now: () => new Date(), today: () => '2026-06-30' });
  try {
    const history = new History();
    const { id } = history.issue('N-1', '100.00', { issuedOn: '2026-03-01', dueOn: '2026-03-31' }, 'C-1');
    const said = (text: string) => ({
      ...{ customerId: 'C-1', noteId: randomUUID() },
      personal: { subject: 'customer-C-1', text },
    });
    history.add(`invoice-${id}`, 'NoteAdded', {
      ...{ invoiceId: id, number: 'N-1', notedOn: '2026-03-02', followUpOn: '2026-03-09' },
      ...said('Called Mr Neri: he looks for it.'),
    });
    const known = history.facts.at(-1)!.recordedAt.toISOString();
    history.add('customer-C-1', 'NoteAdded', { notedOn: '2026-06-01', ...said('They move.') }, 'bruno');
    for (let times = 0; times < 2; times += 1) {
      const model = await ReadModel.open({ pool, projections: PROJECTIONS });
      expect(await model.project(history.facts)).toMatchObject({ parked: [] });
    }
    const listed = async (query: string) =>
      (await get(`/v1/notes${query}`)).body.items.map((one) => [one.number, one.followUpOn, one.actor]);
    const [onInvoice, onCustomer] = [
      ['N-1', '2026-03-09', 'anna'],
      [null, null, 'bruno'],
    ];
    expect(await listed('')).toEqual([onCustomer, onInvoice]);
    expect(await listed('?asOf=2026-05-31')).toEqual([onInvoice]);
    expect(await listed(`?knownAt=${known}`)).toEqual([onInvoice]);
    expect(await listed(`?invoiceId=${id}`)).toEqual([onInvoice]);
    expect(await listed('?customerId=C-1&q=move')).toEqual([onCustomer]);

    const { body } = await get(`/v1/invoices/${id}/history`);
    expect(body.items.at(-1)).toMatchObject({
      sentence: 'anna noted something about invoice N-1, to come back to it on 2026-03-09',
      reason: 'Called Mr Neri: he looks for it.',
    });
  } finally {
    await app.close();
    await pool.end();
    await stores.stop();
  }
});
