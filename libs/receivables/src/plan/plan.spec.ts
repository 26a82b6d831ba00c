import { extended as withSlices, type FactOf, holdsOf, type Stream } from '@quittance/kernel';
import { ISSUED, NAMED, paid } from '../../spec/invoice-facts.js';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type PlanSlice, plan } from './plan.decider.js';
import type { PlanFacts } from './plan.events.js';

type Facts = FactOf<InvoiceFacts & PlanFacts>[];
const stream = withSlices(invoices, [plan]) as unknown as Stream<PlanSlice>;
const subject = { customerSubject: 'customer-1' };
const on = (facts: Facts) => given(stream, ...(facts as never[]));
const TWO = [
  { dueOn: '2026-06-10', amount: '60' },
  { dueOn: '2026-06-20', amount: '40.00' },
];
const agree = (facts: Facts, change: object = {}) =>
  on(facts).when(
    'AgreePlan',
    { invoiceId: '1', instalments: TWO, agreedOn: '2026-06-01', reason: 'They cannot.', ...change },
    subject,
  );
const revoke = (facts: Facts, change: object = {}) =>
  on(facts).when('RevokePlan', { invoiceId: '1', planId: 'p-1', reason: 'Another.', ...change }, subject);
const agreed = (change: object = {}): FactOf<PlanFacts> => ({
  type: 'PlanAgreed',
  data: {
    ...{
      ...NAMED,
      planId: 'p-1',
      currency: 'EUR',
      amount: '100.00',
      instalments: TWO,
      agreedOn: '2026-06-01',
    },
    personal: { subject: 'customer-1', reason: 'r' },
    ...change,
  },
});
const revoked = (revokedOn: string): FactOf<PlanFacts> => ({
  type: 'PlanRevoked',
  data: {
    ...NAMED,
    planId: 'p-1',
    currency: 'EUR',
    revokedOn,
    personal: { subject: 'customer-1', reason: 'r' },
  },
});
const cash = (amount: string, open: string, appliedOn: string) => ({
  ...paid(amount, open),
  data: { ...paid(amount, open).data, appliedOn },
});
const refused = (code: string) => expect.objectContaining({ refused: code, kind: 'conflict' }) as unknown;
const holds = (facts: Facts, day: string) => holdsOf(on(facts).state as object, day).map(({ kind }) => kind);

describe('a plan', () => {
  it('covers what is open at the end of its day, in parts', () => {
    expect(agree([ISSUED])).toMatchObject([
      {
        type: 'PlanAgreed',
        data: {
          ...{ planId: 'part-0', amount: '100.00', agreedOn: '2026-06-01' },
          instalments: [{ dueOn: '2026-06-10', amount: '60.00' }, TWO[1]],
          personal: { subject: 'customer-1', reason: 'They cannot.' },
        },
      },
    ]);
    expect(agree([ISSUED, cash('1.00', '99.00', '2026-06-02')])).toHaveLength(1);
    expect(agree([ISSUED, cash('1.00', '99.00', '2026-06-01')])).toEqual(refused('not-what-is-open'));
    expect(agree([ISSUED], { instalments: TWO.slice(1) })).toEqual(refused('not-what-is-open'));
    expect(agree([ISSUED, cash('100.00', '0.00', '2026-05-31')])).toEqual(refused('already-settled'));
  });

  it('says what had settled the invoice on its day, which pays none of its parts', () => {
    const rest = { instalments: [{ dueOn: '2026-06-10', amount: '40' }] };
    const facts = [ISSUED, cash('60.00', '40.00', '2026-06-01')];
    expect(agree(facts, rest)).toMatchObject([{ data: { amount: '40.00', settledThatDay: '60.00' } }]);
  });

  it.each([
    ['parts out of order', { instalments: [...TWO].reverse() }, '/instalments', 'in-order'],
    ['a part before its day', { agreedOn: '2026-06-11' }, '/instalments/0/dueOn', 'not-before-agreed'],
    [
      'a part of nothing',
      { instalments: [{ dueOn: '2026-06-10', amount: '0' }] },
      '/instalments/0/amount',
      'positive',
    ],
    [
      'a part after ten years',
      { instalments: [{ dueOn: '2036-04-02', amount: '1' }] },
      '/instalments/0/dueOn',
      'years-after-issue',
    ],
    ['a day to come', { agreedOn: '2026-06-16' }, '/agreedOn', 'not-in-future'],
    ['a day before the issue', { agreedOn: '2026-03-31' }, '/agreedOn', 'not-before-issue'],
  ])('is refused with %s', (_words, change, field, rule) => {
    expect(agree([ISSUED], change)).toEqual(wrongField(field, rule));
  });

  it('holds until it is revoked, or broken on the day after a part that was not paid in time', () => {
    const unpaid: Facts = [ISSUED, agreed()];
    expect(['2026-05-31', '2026-06-01', '2026-06-10', '2026-06-11'].map((day) => holds(unpaid, day))).toEqual(
      [...[[], ['on-plan'], ['on-plan'], []]],
    );
    expect(holds([...unpaid, revoked('2026-06-05')], '2026-06-05')).toEqual([]);
    expect(holds([...unpaid, revoked('2026-06-05')], '2026-06-04')).toEqual(['on-plan']);
    const inTime = [...unpaid, cash('60.00', '40.00', '2026-06-10')];
    expect([holds(inTime, '2026-06-20'), holds(inTime, '2026-06-21')]).toEqual([['on-plan'], []]);
    expect(holds([...unpaid, cash('59.99', '40.01', '2026-06-10')], '2026-06-11')).toEqual([]);
  });

  it('is not mended by cash that came late, nor paid by what came before it', () => {
    expect(holds([ISSUED, agreed(), cash('60.00', '40.00', '2026-06-11')], '2026-06-12')).toEqual([]);
    const before = [ISSUED, agreed(), cash('60.00', '40.00', '2026-05-31')];
    expect(holds(before, '2026-06-11')).toEqual([]);
    const thatDay = {
      amount: '40.00',
      settledThatDay: '60.00',
      instalments: [{ dueOn: '2026-06-10', amount: '40.00' }],
    };
    expect(holds([ISSUED, cash('60.00', '40.00', '2026-06-01'), agreed(thatDay)], '2026-06-11')).toEqual([]);
  });

  it('is the only one, and nothing is extended while it holds', () => {
    const other = { instalments: [{ dueOn: '2026-06-30', amount: '100' }], agreedOn: '2026-06-05' };
    expect(agree([ISSUED, agreed()], other)).toEqual(refused('on-plan'));
    expect(agree([ISSUED, agreed(), revoked('2026-06-05')], other)).toHaveLength(1);
    // Broken since the 11th: another may be agreed.
    expect(agree([ISSUED, agreed()], { ...other, agreedOn: TODAY })).toHaveLength(1);
    const extend = (grantedOn: string) =>
      given(withSlices(invoices, [plan]), ISSUED, agreed() as never).when(
        'GrantExtension',
        { invoiceId: '1', agreedDueOn: '2026-07-31', reason: 'They asked.', grantedOn },
        subject,
      );
    expect(extend('2026-06-10')).toEqual(refused('on-plan'));
    expect(extend('2026-06-11')).toHaveLength(1);
    expect(extend('2026-05-31')).toHaveLength(1);
  });

  it('is revoked once, while it holds', () => {
    expect(revoke([ISSUED, agreed()], { revokedOn: '2026-06-10' })).toMatchObject([
      { type: 'PlanRevoked', data: { planId: 'p-1', revokedOn: '2026-06-10' } },
    ]);
    expect(revoke([ISSUED, agreed()])).toEqual(refused('plan-over'));
    expect(revoke([ISSUED, agreed(), revoked('2026-06-05')], { revokedOn: '2026-06-06' })).toEqual(
      refused('plan-over'),
    );
    expect(revoke([ISSUED, agreed()], { revokedOn: '2026-05-31' })).toEqual(
      wrongField('/revokedOn', 'not-before-agreed'),
    );
    expect(revoke([ISSUED, agreed()], { revokedOn: '2026-06-16' })).toEqual(
      wrongField('/revokedOn', 'not-in-future'),
    );
    expect(revoke([ISSUED])).toMatchObject({ refused: 'plan-not-found', kind: 'not-found' });
    expect(agree([])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
  });
});
