import { randomUUID } from 'node:crypto';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { startTestDatabases } from '../../../../test/support/stores.js';
import { History } from '../../spec/history.js';
import { startReading } from '../../spec/reading.js';
import { PROJECTIONS } from '../features.js';

it('promises are listed with what became of them, as of a day and as known at an instant', async () => {
  const stores = await startTestDatabases(PROJECTIONS);
  const pool = openDatabase(stores.databaseUrl, { max: 2 });
  const { app, get } = await startReading(pool, { now: () => new Date(), today: () => '2026-06-30' });
  try {
    const history = new History();
    const dates = { issuedOn: '2026-03-01', dueOn: '2026-03-31' };
    const ids = new Map<string, string>();
    const promise = (number: string, amount: string, promisedOn: string, issued = dates) => {
      const invoice = history.issue(number, '100.00', issued, 'C-1');
      const promiseId = randomUUID();
      ids.set(promiseId, number);
      const of = { invoiceId: invoice.id, number, customerId: 'C-1', promiseId, currency: 'EUR' };
      history.add(`invoice-${invoice.id}`, 'PromiseMade', {
        ...of,
        amount,
        promisedOn,
        madeOn: '2026-04-01',
      });
      return { invoice, of };
    };
    const kept = promise('KEPT', '60.00', '2026-04-30');
    promise('BROKEN', '60.00', '2026-04-30');
    const late = promise('LATE', '60.00', '2026-04-30');
    const over = promise('WITHDRAWN', '60.00', '2026-04-30');
    const later = promise('OPEN', '60.00', '2026-12-31');
    // By the day of issue itself: before it nothing could be left.
    promise('SAME', '60.00', '2026-04-01', { issuedOn: '2026-04-01', dueOn: '2026-04-30' });
    const moot = promise('MOOT', '100.00', '2026-04-30');
    const known = history.facts.at(-1)!.recordedAt.toISOString();
    const creditNoteId = randomUUID();
    const note = { creditNoteId, creditNumber: 'CN-1', customerId: 'C-1', currency: 'EUR' };
    const applicationId = randomUUID();
    const application = { applicationId, invoiceId: moot.invoice.id, number: 'MOOT', amount: '100.00' };
    history.add(`credit-note-${creditNoteId}`, 'CreditNoteIssued', {
      ...{ ...note, issuedOn: '2026-04-10', total: '100.00', reasonCode: 'quality', corrects: [] },
      ...{ applications: [application], personal: { subject: 'customer-C-1', reason: 'Two came broken.' } },
    });
    history.add(`invoice-${moot.invoice.id}`, 'CreditApplied', {
      ...{ ...note, invoiceId: moot.invoice.id, number: 'MOOT', applicationId },
      ...{ requested: '100.00', applied: '100.00', open: '0.00', appliedOn: '2026-04-10' },
    });
    // Recorded after all of it; received in time, and a day too late.
    history.pay('60.00', '2026-04-30', [{ invoice: kept.invoice, amount: '60.00' }]);
    history.pay('60.00', '2026-05-01', [{ invoice: late.invoice, amount: '60.00' }]);
    history.add(`invoice-${over.invoice.id}`, 'PromiseWithdrawn', {
      ...{ ...over.of, withdrawnOn: '2026-04-20' },
      personal: { subject: 'customer-C-1', reason: 'Another day.' },
    });
    // What was recorded last may still be joined by others of its instant: reports leave it out.
    history.issue('LAST', '100.00', dates, 'C-1');
    for (let times = 0; times < 2; times += 1) {
      const model = await ReadModel.open({ pool, projections: PROJECTIONS });
      expect(await model.project(history.facts)).toMatchObject({ parked: [] });
    }

    const states = async (query: string) => {
      const { body } = await get(`/v1/promises?sort=number${query}`);
      return Object.fromEntries(body.items.map(({ number, state }) => [number, state] as const)) as object;
    };
    const ended = {
      KEPT: 'kept',
      BROKEN: 'broken',
      LATE: 'broken',
      WITHDRAWN: 'withdrawn',
      OPEN: 'open',
      MOOT: 'moot',
      SAME: 'broken',
    };
    expect(await states('')).toEqual(ended);
    expect(await states('&state=kept,broken')).toEqual({
      ...{ KEPT: 'kept', BROKEN: 'broken', LATE: 'broken', SAME: 'broken' },
    });
    const open = {
      KEPT: 'open',
      BROKEN: 'open',
      LATE: 'open',
      WITHDRAWN: 'open',
      OPEN: 'open',
      MOOT: 'open',
      SAME: 'open',
    };
    expect(await states('&asOf=2026-04-01')).toEqual(open);
    expect(await states('&asOf=2026-04-30')).toEqual({
      ...{ ...open, KEPT: 'kept', WITHDRAWN: 'withdrawn', MOOT: 'moot', SAME: 'broken' },
    });
    expect(await states(`&asOf=2026-05-01&knownAt=${known}`)).toEqual({
      ...{ ...ended, KEPT: 'broken', WITHDRAWN: 'broken', MOOT: 'broken' },
    });
    expect((await get('/v1/promises/facets?of=state')).body.facets).toMatchObject({
      state: { values: expect.arrayContaining([{ value: 'broken', count: 3 }]) as unknown },
    });

    const held = async (number: string, query: string) => {
      const [id] = [...ids].find(([, of]) => of === number)!;
      const { body } = await get(`/v1/promises?number=${number}`);
      const details = await get(`/v1/invoices/${body.items[0]!.invoiceId as string}${query}`);
      return ((details.body.holds as object[] | undefined) ?? []).map((hold) => ({
        ...hold,
        isIt: (hold as { id: string }).id === id,
      }));
    };
    const hold = { kind: 'promised', since: '2026-04-01', until: '2026-04-30', amount: '60.00', isIt: true };
    expect(await held('BROKEN', '?asOf=2026-04-30')).toMatchObject([hold]);
    expect(await held('BROKEN', '?asOf=2026-05-01')).toEqual([]);
    expect(await held('KEPT', '?asOf=2026-04-30')).toEqual([]);
    expect(await held('WITHDRAWN', '?asOf=2026-04-20')).toEqual([]);

    // Walked page by page it stands still, whatever is recorded meanwhile.
    const page = async (more: string) => (await get(`/v1/promises?sort=-number&limit=1${more}`)).body;
    const walked: [string, string][] = [];
    for (let next: string | null = ''; next !== null;) {
      const { items, next: after } = await page(next && `&cursor=${encodeURIComponent(next)}`);
      walked.push(...items.map(({ number, state }): [string, string] => [number as string, state as string]));
      if (walked.length === 1) {
        history.pay('60.00', '2026-06-01', [{ invoice: later.invoice, amount: '60.00' }]);
        history.issue('LATER', '100.00', dates, 'C-1');
        await (await ReadModel.open({ pool, projections: PROJECTIONS })).project(history.facts);
      }
      next = after ?? null;
    }
    expect(Object.fromEntries(walked)).toEqual(ended);
    expect(await states('')).toEqual({ ...ended, OPEN: 'kept' });
  } finally {
    await app.close();
    await pool.end();
    await stores.stop();
  }
});
