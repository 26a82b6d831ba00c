import { given, wrongField } from '../../../../../test/support/decisions.js';
import { story } from '../../../../../test/support/story.js';
import { customerWith } from '../../../spec/customer-facts.js';
import type { Master } from '../../customer/customer.events.js';
import { invoices } from '../invoice.stream.js';

const COMMAND = { number: 'R-1', customerId: 'C-1', issuedOn: '2026-05-31', currency: 'EUR', total: '100' };
const issue = (change: object, customer: Master = { name: 'Rossi' }) =>
  given(invoices).when(
    'IssueInvoice',
    { ...COMMAND, ...change },
    {
      customer: customerWith(customer),
      customerSubject: 'customer-1',
      owner: { registered: true },
      fallback: 'anna',
    },
  );
type Said = { dueOn: string; instalments: { dueOn: string; amount: string }[] };
const schedule = (change: object): [string, string][] => {
  const [fact] = issue(change) as unknown as [{ data: Said }];
  expect(fact.data.dueOn).toBe(fact.data.instalments[0]!.dueOn);
  return fact.data.instalments.map(({ dueOn, amount }) => [dueOn, amount]);
};

const given3 = [
  { dueOn: '2026-06-30', amount: '50' },
  { dueOn: '2026-07-31', amount: '30.5' },
  { dueOn: '2026-07-31', amount: '19.50' },
];
const terms = (...parts: object[]) => ({ terms: { type: 'instalments', parts } });

describe('an invoice in instalments', () => {
  it('has the parts that are given, and the due date of the first', () => {
    expect(schedule({ instalments: given3 })).toEqual([
      ['2026-06-30', '50.00'],
      ['2026-07-31', '30.50'],
      ['2026-07-31', '19.50'],
    ]);
  });

  it.each([
    ['that do not add up', { instalments: given3.slice(1) }, '/total', 'adds-up'],
    ['out of order', { instalments: [...given3].reverse() }, '/instalments', 'in-order'],
    [
      'due before the issue',
      { instalments: [{ dueOn: '2026-05-30', amount: '100' }] },
      '/instalments/0/dueOn',
      'not-before-issue',
    ],
    [
      'due after ten years',
      { instalments: [{ dueOn: '2036-06-01', amount: '100' }] },
      '/instalments/0/dueOn',
      'years-after-issue',
    ],
    [
      'of nothing',
      { instalments: [{ dueOn: '2026-06-30', amount: '0' }, ...given3] },
      '/instalments/0/amount',
      'positive',
    ],
    [
      'with too many decimals',
      { instalments: [{ dueOn: '2026-06-30', amount: '1.001' }] },
      '/instalments/0/amount',
      'decimals',
    ],
    ['beside a due date', { instalments: given3, dueOn: '2026-06-30' }, '/instalments', 'either'],
    ['beside terms', { instalments: given3, ...terms({ rest: true }) }, '/terms', 'either'],
  ])('refuses instalments %s', (_words, change, field, rule) => {
    expect(issue(change)).toEqual(wrongField(field, rule));
  });

  // Cases of the trade retold: a quarter, a quarter, an amount, and the rest on the day that follows the 15th by 30 days.
  story(
    'life',
    'A4',
    'Shares are rounded one by one where a part takes the rest, else by largest remainder',
    (show) => {
      const of = { issuedOn: '2011-10-01', total: '1587.35' };
      const quarter = (more: object) => ({ share: '0.25', ...more });
      show({
        input: {
          ...of,
          parts: '25 % after 30 days, 25 % after a month, 396.84, the rest; then four times 25 %',
        },
        right: {
          rest: [
            ['2011-10-31', '396.84'],
            ['2011-11-01', '396.84'],
            ['2011-12-01', '396.84'],
            ['2012-01-14', '396.83'],
          ],
          shares: ['396.84', '396.84', '396.84', '396.83'],
          yen: ['34', '33', '33'],
        },
        got: {
          rest: schedule({
            ...of,
            ...terms(
              quarter({ days: 30 }),
              quarter({ months: 1 }),
              { amount: '396.84', months: 1, days: 30 },
              { rest: true, months: 2, day: 15, days: 30 },
            ),
          }),
          shares: schedule({ ...of, ...terms(...[1, 2, 3, 4].map((months) => quarter({ months }))) }).map(
            ([, amount]) => amount,
          ),
          yen: schedule({
            ...{ currency: 'JPY', total: '100' },
            ...terms({ share: '0.3334' }, { share: '0.3333', months: 1 }, { share: '0.3333', months: 2 }),
          }).map(([, amount]) => amount),
        },
      });
    },
  );

  it('takes the terms of its customer, and leaves out a part that comes to nothing', () => {
    const customer = terms({ share: '0.5' }, { share: '0.5', months: 1 }) as Master;
    expect(issue({ total: '0.01' }, customer)).toMatchObject([
      { data: { instalments: [{ dueOn: '2026-05-31', amount: '0.01' }], terms: { type: 'instalments' } } },
    ]);
  });

  it.each([
    ['no parts', terms(), '/terms', 'terms'],
    ['a part that says nothing', terms({ months: 1 }), '/terms', 'terms'],
    ['a part that says two things', terms({ share: '0.5', amount: '50' }, { rest: true }), '/terms', 'terms'],
    ['two rests', terms({ rest: true }, { rest: true }), '/terms', 'terms'],
    ['shares that do not make the whole', terms({ share: '0.5' }, { share: '0.4' }), '/terms', 'terms'],
    ['shares and amounts without a rest', terms({ share: '0.5' }, { amount: '50' }), '/terms', 'terms'],
    [
      'days outside of the parts',
      { terms: { type: 'instalments', days: 30, parts: [{ rest: true }] } },
      '/terms',
      'terms',
    ],
    ['parts of other terms', { terms: { type: 'net', parts: [{ rest: true }] } }, '/terms', 'terms'],
    ['amounts beyond the total', terms({ amount: '100.01' }, { rest: true, months: 1 }), '/terms', 'adds-up'],
    ['amounts that leave something', terms({ amount: '99' }), '/terms', 'adds-up'],
    ['amounts with too many decimals', terms({ amount: '0.001' }, { rest: true }), '/terms', 'decimals'],
    [
      'parts out of order',
      terms({ share: '0.5', months: 2 }, { rest: true, months: 1 }),
      '/terms',
      'in-order',
    ],
  ])('refuses terms with %s', (_words, change, field, rule) => {
    expect(issue(change)).toEqual(wrongField(field, rule));
  });
});
