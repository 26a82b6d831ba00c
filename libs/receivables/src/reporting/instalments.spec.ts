import { ProjectorWatch } from '@quittance/reading';
import { story } from '../../../../test/support/story.js';
import { Ledger } from '../../spec/ledger.js';
import type { Aged, AgedRow } from './aging.answer.js';
import { AgingQueries } from './aging.queries.js';
import type { AgingQuestion } from './aging.question.js';
import { knownAxis } from './axis.js';

describe('the aging of invoices in instalments', () => {
  let ledger: Ledger;
  let aging: AgingQueries;
  beforeAll(async () => {
    ledger = await Ledger.open();
    const clock = { now: () => new Date(), today: () => '2026-06-30' };
    aging = new AgingQueries(ledger.pool, knownAxis(ledger.pool, new ProjectorWatch(ledger.pool), clock));
  });
  beforeEach(() => ledger.clear());
  afterAll(() => ledger.close());

  const ask = async (question: AgingQuestion) => {
    const asked = { knownAt: await ledger.beat(), ...question };
    const place = await aging.place(asked);
    const page = await aging.page(asked, place);
    // All rows at once, by another way of reading, are the same.
    const every: AgedRow[] = [];
    for await (const row of aging.every(asked, place)) every.push(row);
    expect(every.map(({ key: _key, name: _name, ...row }) => row)).toEqual(
      (asked.by ? page.rows : page.currencies)
        .map((row) => ({ ...row, key: undefined, name: undefined }))
        .map(({ key: _key, name: _name, ...row }) => row),
    );
    return page;
  };
  /** What is open by bucket, with its count; empty ones are left out. */
  const filled = ({ buckets }: Aged): Record<string, string> =>
    Object.fromEntries(
      Object.entries(buckets)
        .filter(([, { count }]) => count > 0)
        .map(([name, { count, amount }]) => [name, `${count}: ${amount}`]),
    );
  const on = async (asOf: string, question: AgingQuestion = {}) =>
    filled((await ask({ asOf, ...question })).currencies[0]!);

  const parts = (number: string, ...instalments: [dueOn: string, amount: string][]): Promise<Date> => {
    const total = instalments.reduce((sum, [, amount]) => sum + Number(amount), 0).toFixed(2);
    return ledger.issue(number, { customer: 'A', total, issuedOn: '2026-01-01', instalments });
  };
  const THREE: [string, string][] = [
    ['2026-01-31', '45.00'],
    ['2026-03-02', '75.00'],
    ['2026-04-01', '30.00'],
  ];

  story('life', 'A2', 'Each instalment is aged by its own due date, on every basis', async (show) => {
    await parts('1', ...THREE);
    await ledger.extend('1', '2026-05-31', '2026-02-10', 'asked', 2);
    const asOf = '2026-03-31';
    show({
      input: 'due 2026-01-31 45.00, 2026-03-02 75.00 (agreed 2026-05-31), 2026-04-01 30.00; as of 2026-03-31',
      right: {
        agreed: { not_due: '1: 105.00', '31-60': '1: 45.00' },
        contractual: { not_due: '1: 30.00', '1-30': '1: 75.00', '31-60': '1: 45.00' },
        issued: { '61-90': '1: 150.00' },
        before: { not_due: '1: 105.00', '1-30': '1: 45.00' },
        sums: { open: '150.00', overdue: '45.00', extended: '75.00', control: '150.00', balanced: true },
      },
      got: {
        agreed: await on(asOf),
        contractual: await on(asOf, { basis: 'contractual' }),
        issued: await on(asOf, { basis: 'issued' }),
        before: await on('2026-02-09'),
        sums: (({ open, overdue, extended, control, balanced }) => ({
          ...{ open, overdue, extended, control, balanced },
        }))((await ask({ asOf, by: 'customer' })).rows[0]!),
      },
    });
  });

  story('life', 'A3', 'What settles an invoice fills its instalments by due date', async (show) => {
    await parts('1', ...THREE);
    await ledger.pay('P', '60.00', '2026-03-05', { 1: '60.00' });
    const afterPayment = await on('2026-04-30');
    await ledger.pay('Q', '75.00', '2026-03-20', { 1: '75.00' });
    show({
      input: '45.00, 75.00 and 30.00; settled 60.00, then 75.00 more',
      right: [{ '1-30': '1: 30.00', '31-60': '1: 60.00' }, { '1-30': '1: 15.00' }],
      got: [afterPayment, await on('2026-04-30')],
    });
  });

  it('counts an invoice once in a bucket, however many of its instalments lie there', async () => {
    await parts('1', ['2026-03-01', '10.00'], ['2026-03-05', '20.00'], ['2026-05-01', '30.00']);
    await ledger.issue('2', { customer: 'A', total: '7.00', dueOn: '2026-03-05' });
    expect(await on('2026-03-31')).toEqual({ not_due: '1: 30.00', '1-30': '2: 37.00' });
  });

  it('fills the instalment that is named first, up to its amount; the surplus joins the rest', async () => {
    await parts('1', ...THREE);
    await ledger.pay('P', '50.00', '2026-01-10', { 1: '50.00' }, undefined, 3);
    expect(await on('2026-04-30')).toEqual({ '31-60': '1: 75.00', '61-90': '1: 25.00' });
  });

  it('moves every instalment whose agreed date is earlier, when the extension names none', async () => {
    await parts('1', ...THREE);
    await ledger.extend('1', '2026-03-15', '2026-02-10');
    expect(await on('2026-03-16')).toEqual({ not_due: '1: 30.00', '1-30': '1: 120.00' });
    await ledger.extend('1', '2026-06-30', '2026-02-20', 'asked', 1);
    await ledger.extend('1', '2026-05-15', '2026-02-25');
    expect(await on('2026-05-16')).toEqual({ not_due: '1: 45.00', '1-30': '1: 105.00' });
  });

  it('is refused to aging/1 from the day of issue on', async () => {
    await parts('1', ...THREE);
    await expect(ask({ asOf: '2026-01-01', definition: 1 })).rejects.toMatchObject({
      errors: [{ field: '/definition', hint: expect.stringContaining('instalments') as string }],
    });
    expect((await ask({ asOf: '2025-12-31', definition: 1 })).definition).toBe('aging/1');
  });
});
