import { ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import type { Pool } from 'pg';
import { startTestDatabases, type TestDatabases } from '../../../../test/support/stores.js';
import { story } from '../../../../test/support/story.js';
import { History } from '../../spec/history.js';
import { startReading } from '../../spec/reading.js';
import { PROJECTIONS } from '../features.js';

const TODAY = '2026-06-30';
const AXES = ['document', 'settlement', 'timing', 'status'] as const;

describe('the status of an invoice', () => {
  let stores: TestDatabases;
  let pool: Pool;
  let reading: Awaited<ReturnType<typeof startReading>>;
  const history = new History();
  let known = '';

  beforeAll(async () => {
    stores = await startTestDatabases(PROJECTIONS);
    pool = openDatabase(stores.databaseUrl, { max: 2 });
    reading = await startReading(pool, { now: () => new Date(), today: () => TODAY });
    const due = (number: string, dueOn: string) =>
      history.issue(number, '100.00', { issuedOn: '2026-06-01', dueOn }, 'C-1');
    due('due in eight days', '2026-07-08');
    due('due in a week', '2026-07-07');
    due('due today', TODAY);
    const late = due('due yesterday', '2026-06-29');
    const paid = due('paid', '2026-06-29');
    history.extend(late, '2026-08-31', '2026-06-29');
    known = history.facts.at(-2)!.recordedAt.toISOString();
    history.pay('40.00', '2026-06-10', [{ invoice: paid, amount: '40.00' }]);
    history.pay('60.00', '2026-06-20', [{ invoice: paid, amount: '60.00' }]);
    const model = await ReadModel.open({ pool, projections: PROJECTIONS });
    expect(await model.project(history.facts)).toMatchObject({ parked: [] });
  });
  afterAll(async () => {
    await reading?.app.close();
    await pool?.end();
    await stores?.stop();
  });

  const axes = async (query: string): Promise<Record<string, string[]>> => {
    const { body } = await reading.get(`/v1/invoices?${query}`);
    return Object.fromEntries(body.items.map((item) => [item.number!, AXES.map((axis) => item[axis]!)]));
  };

  story(
    'life',
    'A1',
    'The status of an invoice is worked out on four axes, for any day and instant',
    async (show) => {
      show({
        input:
          'five invoices, looked at on 2026-06-30, then on 2026-06-15, then as known before an extension',
        right: {
          now: {
            'due in eight days': ['issued', 'open', 'not-due', 'issued'],
            'due in a week': ['issued', 'open', 'not-due', 'due'],
            'due today': ['issued', 'open', 'due-today', 'due'],
            'due yesterday': ['issued', 'open', 'not-due', 'issued'],
            paid: ['issued', 'settled', 'not-due', 'paid'],
          },
          then: ['issued', 'partly', 'not-due', 'issued'],
          known: ['issued', 'open', 'overdue', 'overdue'],
        },
        got: {
          now: await axes(''),
          then: (await axes('asOf=2026-06-15')).paid,
          known: (await axes(`asOf=${TODAY}&knownAt=${known}`))['due yesterday'],
        },
      });
    },
  );

  it('can be asked for by each word, and nobody sets it', async () => {
    const numbers = async (query: string) => Object.keys(await axes(query)).sort();
    expect(await numbers('status=due')).toEqual(['due in a week', 'due today']);
    expect(await numbers('status=paid')).toEqual(['paid']);
    expect(await numbers(`status=overdue&asOf=${TODAY}&knownAt=${known}`)).toEqual(['due yesterday', 'paid']);
    expect(await numbers('status=settled&asOf=2026-06-15')).toEqual([]);
    expect(await numbers('settlement=partly&asOf=2026-06-15')).toEqual(['paid']);
    expect(await numbers('timing=due-today')).toEqual(['due today']);
    expect(await numbers('document=sent')).toEqual([]);
    expect(await numbers('status=paid,due')).toEqual(['due in a week', 'due today', 'paid']);
    expect(await numbers('timing=due-today,overdue&settlement=open')).toEqual(['due today']);
    for (const name of ['status', 'timing', 'settlement', 'document'])
      for (const value of ['', 'late', 'paid,', "'"])
        expect((await reading.get(`/v1/invoices?${name}=${value}`)).body.errors[0]).toMatchObject({
          ...{ field: `/${name}`, rule: 'one-of' },
        });
  });
});
