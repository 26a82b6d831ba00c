import { randomUUID } from 'node:crypto';
import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import type { Pool } from 'pg';
import { startTestDatabases, type TestDatabases } from '../../../../test/support/stores.js';
import { story } from '../../../../test/support/story.js';
import { History } from '../../spec/history.js';
import { startReading } from '../../spec/reading.js';
import { PROJECTIONS } from '../features.js';

type Filled = Record<string, string>;

describe('plans', () => {
  let stores: TestDatabases;
  let pool: Pool;
  let reading: Awaited<ReturnType<typeof startReading>>;
  const history = new History();
  let beforeLatePayment = '';
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
    reading = await startReading(pool, { now: () => new Date(), today: () => '2026-06-30' });
    const planned = (
      number: string,
      customerId: string,
      parts: [string, string][],
      agreedOn = '2026-04-01',
    ) => {
      const invoice = history.issue(
        number,
        '100.00',
        { issuedOn: '2026-01-01', dueOn: '2026-01-31' },
        customerId,
      );
      ids[number] = invoice.id;
      const of = { invoiceId: invoice.id, number, customerId, planId: randomUUID(), currency: 'EUR' };
      history.add(`invoice-${invoice.id}`, 'PlanAgreed', {
        ...of,
        amount: '100.00',
        instalments: parts.map(([dueOn, amount]) => ({ dueOn, amount })),
        agreedOn,
        personal: { subject: `customer-${customerId}`, reason: 'They cannot pay at once.' },
      });
      return { invoice, of };
    };
    const twice: [string, string][] = [
      ['2026-04-30', '60.00'],
      ['2026-07-31', '40.00'],
    ];
    const broken = planned('BROKEN', 'C-1', twice);
    const kept = planned('HOLDS', 'C-2', twice);
    const done = planned('DONE', 'C-3', [['2026-05-31', '100.00']]);
    const over = planned('REVOKED', 'C-4', twice);
    const part = (invoice: ReturnType<typeof planned>, amount: string, on: string) =>
      history.pay(amount, on, [{ invoice: invoice.invoice, amount }], invoice.of.customerId);
    part(kept, '70.00', '2026-04-30');
    part(done, '100.00', '2026-05-15');
    history.add(`invoice-${over.invoice.id}`, 'PlanRevoked', {
      ...{ ...over.of, revokedOn: '2026-04-15' },
      personal: { subject: 'customer-C-4', reason: 'Another plan.' },
    });
    part(broken, '10.00', '2026-04-29');
    beforeLatePayment = history.facts.at(-1)!.recordedAt.toISOString();
    // It had come in time; it was recorded late.
    part(broken, '50.00', '2026-04-30');
    // A report knows what was recorded before the last instant.
    history.issue('LATER', '1.00', { issuedOn: '2026-12-01', dueOn: '2026-12-31' }, 'C-9');
    const model = await ReadModel.open({ pool, projections: PROJECTIONS });
    expect(await model.project(history.facts)).toMatchObject({ parked: [] });
  });
  afterAll(async () => {
    await reading?.app.close();
    await pool?.end();
    await stores?.stop();
  });

  const states = async (query: string): Promise<Record<string, string[]>> => {
    const { body } = await reading.get(`/v1/plans?${query}`);
    return Object.fromEntries(
      body.items.map(({ number = '', state = '', brokenOn }): [string, string[]] => [
        number,
        brokenOn ? [state, brokenOn] : [state],
      ]),
    );
  };
  const aged = async (customer: string, query: string): Promise<Filled | undefined> => {
    const { body } = await reading.get(`/v1/reports/aging?by=customer&${query}`);
    const rows = body.rows as {
      key: string;
      buckets: Record<string, { count: number; amount: string }>;
      balanced: boolean;
    }[];
    const row = rows.find(({ key }) => key === customer);
    if (row) expect(row.balanced).toBe(true);
    return (
      row &&
      Object.fromEntries(
        Object.entries(row.buckets)
          .filter(([, { count }]) => count > 0)
          .map(([name, { amount }]) => [name, amount]),
      )
    );
  };

  story(
    'life',
    'C2',
    'A plan breaks by itself the day after a missed part; cash recorded late mends it',
    async (show) => {
      show({
        input:
          'four plans of 100.00: 60.00 by 2026-04-30, 40.00 by 2026-07-31 (one in one part); as of days and instants',
        right: {
          then: { BROKEN: ['holds'], HOLDS: ['holds'], DONE: ['holds'], REVOKED: ['revoked'] },
          next: { BROKEN: ['broken', '2026-05-01'], HOLDS: ['holds'], DONE: ['holds'], REVOKED: ['revoked'] },
          now: { BROKEN: ['holds'], HOLDS: ['holds'], DONE: ['done'], REVOKED: ['revoked'] },
          before: { BROKEN: ['holds'], HOLDS: ['holds'], DONE: ['holds'], REVOKED: ['holds'] },
          early: {},
        },
        got: {
          then: await states(`asOf=2026-04-30&knownAt=${beforeLatePayment}`),
          next: await states(`asOf=2026-05-01&knownAt=${beforeLatePayment}`),
          now: await states(''),
          before: await states('asOf=2026-04-14'),
          early: await states('asOf=2026-03-31'),
        },
      });
    },
  );

  story(
    'life',
    'C3',
    'While a plan holds its parts are aged; broken or revoked, the earlier dates hold again',
    async (show) => {
      const asOf = 'asOf=2026-05-10';
      show({
        input:
          'due 2026-01-31, looked at on 2026-05-10: by a plan that holds, broken as known before, revoked, before it',
        right: {
          holds: { not_due: '30.00' },
          contractual: { '90+': '30.00' },
          broken: { '90+': '90.00' },
          mended: { not_due: '40.00' },
          revoked: { '90+': '100.00' },
          before: { '31-60': '100.00' },
          issued: { '90+': '30.00' },
        },
        got: {
          holds: await aged('C-2', asOf),
          contractual: await aged('C-2', `${asOf}&basis=contractual`),
          broken: await aged('C-1', `${asOf}&knownAt=${beforeLatePayment}`),
          mended: await aged('C-1', asOf),
          revoked: await aged('C-4', asOf),
          before: await aged('C-2', 'asOf=2026-03-31'),
          issued: await aged('C-2', `${asOf}&basis=issued`),
        },
      });
    },
  );

  it('is a hold of its invoice while it holds, and its timing', async () => {
    const shown = async (number: string, query: string) => {
      const { body } = await reading.get(`/v1/invoices/${ids[number]}?${query}`);
      const { holds, agreedDueOn, timing, instalments } = body as never as Record<string, unknown> & {
        holds: { kind: string; since: string; until: string }[];
      };
      return [agreedDueOn, timing, holds.map(({ kind, since, until }) => [kind, since, until]), instalments];
    };
    const hold = ['on-plan', '2026-04-01', '2026-07-31'];
    expect(await shown('HOLDS', '')).toEqual(['2026-07-31', 'not-due', [hold], []]);
    expect(await shown('BROKEN', `asOf=2026-05-01&knownAt=${beforeLatePayment}`)).toEqual([
      ...['2026-01-31', 'overdue', [], []],
    ]);
    expect(await shown('BROKEN', `asOf=2026-04-30&knownAt=${beforeLatePayment}`)).toEqual([
      ...['2026-04-30', 'due-today', [hold], []],
    ]);
    expect(
      (
        await reading.get('/v1/invoices?timing=not-due&customerId=C-1,C-2,C-3,C-4&sort=number')
      ).body.items.map(({ number }) => number),
    ).toEqual([...['BROKEN', 'DONE', 'HOLDS']]);
  });

  it('is nothing that aging/1 knows, from its day on', async () => {
    const asked = (asOf: string) => reading.get(`/v1/reports/aging?definition=1&asOf=${asOf}`);
    expect((await asked('2026-04-01')).body.errors).toMatchObject([{ field: '/definition' }]);
    expect((await asked('2026-03-31')).status).toBe(200);
  });
});
