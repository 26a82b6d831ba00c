import { randomUUID } from 'node:crypto';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { startTestDatabases } from '../../../../test/support/stores.js';
import { History } from '../../spec/history.js';
import { startReading } from '../../spec/reading.js';
import { PROJECTIONS } from '../features.js';

it('pauses are listed once each, and hold up their invoice, as known on either axis', async () => {
  const stores = await startTestDatabases(PROJECTIONS);
  const pool = openDatabase(stores.databaseUrl, { max: 2 });
  const { app, get } = await startReading(pool, { now: () => new Date(), today: () => '2026-06-30' });
  try {
    const history = new History();
    const [A, B] = [randomUUID(), randomUUID()];
    const dates = { issuedOn: '2026-03-01', dueOn: '2026-03-31' };
    const invoice = history.issue('N-1', '100.00', dates, 'C-1');
    const of = { invoiceId: invoice.id, number: 'N-1', customerId: 'C-1', currency: 'EUR' };
    const personal = { subject: 'customer-C-1', reason: 'They move.' };
    const stream = `invoice-${invoice.id}`;
    const until = '2026-04-30';
    history.add(stream, 'Paused', { ...of, pauseId: A, pausedOn: '2026-04-10', until, personal });
    const known = history.facts.at(-1)!.recordedAt.toISOString();
    const reason = { subject: 'customer-C-1', reason: 'They moved.' };
    history.add(stream, 'PauseEnded', { ...of, pauseId: A, endedOn: '2026-04-20', personal: reason });
    history.add(stream, 'Paused', { ...of, pauseId: B, pausedOn: '2026-06-01', personal });
    for (let times = 0; times < 2; times += 1) {
      const model = await ReadModel.open({ pool, projections: PROJECTIONS });
      expect(await model.project(history.facts)).toMatchObject({ parked: [] });
    }

    const listed = async (query: string) =>
      (await get(`/v1/pauses${query}`)).body.items.map(({ id, endedOn }) => [id === A ? 'A' : 'B', endedOn]);
    expect(await listed('')).toEqual([
      ['B', null],
      ['A', '2026-04-20'],
    ]);
    expect(await listed('?asOf=2026-04-15')).toEqual([['A', null]]);
    expect(await listed(`?asOf=2026-05-15&knownAt=${known}`)).toEqual([['A', null]]);
    expect(await listed('?q=moved')).toEqual([['A', '2026-04-20']]);
    expect((await get('/v1/pauses/facets?of=customerId')).body.facets).toMatchObject({
      customerId: { values: [{ value: 'C-1', count: 2 }] },
    });

    const held = async (query: string) => (await get(`/v1/invoices/${invoice.id}${query}`)).body.holds ?? [];
    const hold = { kind: 'paused', id: A, since: '2026-04-10', until };
    expect(await held('?asOf=2026-04-09')).toEqual([]);
    expect(await held('?asOf=2026-04-19')).toEqual([hold]);
    expect(await held('?asOf=2026-04-20')).toEqual([]);
    expect(await held(`?asOf=2026-04-20&knownAt=${known}`)).toEqual([hold]);
    expect(await held(`?asOf=2026-05-01&knownAt=${known}`)).toEqual([]);
    expect(await held('')).toMatchObject([{ kind: 'paused', id: B, since: '2026-06-01' }]);

    const { body } = await get(`/v1/invoices/${invoice.id}/history`);
    expect(body.items.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'anna paused invoice N-1: nobody is asked for it from 2026-04-10, to 2026-04-30',
        'anna ended the pause of invoice N-1, counting from 2026-04-20',
        'anna paused invoice N-1: nobody is asked for it from 2026-06-01, until the pause is ended',
      ]),
    );
  } finally {
    await app.close();
    await pool.end();
    await stores.stop();
  }
});
