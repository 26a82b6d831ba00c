import { type FactOf, Money } from '@quittance/kernel';
import fc from 'fast-check';
import { given, TODAY, wrongField } from '../../../../test/support/decisions.js';
import { agreedDueDate, invoiceDecider, ownerOn } from './invoice.decider.js';
import type { InvoiceFacts } from './invoice.events.js';

type Fact<Type extends keyof InvoiceFacts> = { type: Type; data: InvoiceFacts[Type] };
const NAMED = { invoiceId: '1', number: 'R-1', customerId: 'C-1' };

const ISSUED: Fact<'InvoiceIssued'> = {
  type: 'InvoiceIssued',
  data: {
    ...NAMED,
    issuedOn: '2026-04-01',
    dueOn: '2026-04-30',
    currency: 'EUR',
    total: '100.00',
    ownerId: 'anna',
  },
};
const extended = (grantedOn: string, agreedDueOn: string): Fact<'ExtensionGranted'> => ({
  type: 'ExtensionGranted',
  data: {
    ...NAMED,
    dueOn: '2026-04-30',
    previousDueOn: '2026-04-30',
    agreedDueOn,
    grantedOn,
    personal: { subject: 'customer-1', reason: 'r' },
  },
});
const assigned = (assignedOn: string, ownerId: string): Fact<'OwnerAssigned'> => ({
  type: 'OwnerAssigned',
  data: {
    ...NAMED,
    previousOwnerId: 'anna',
    ownerId,
    assignedOn,
    personal: { subject: 'customer-1', reason: 'r' },
  },
});
const PAYMENT = { paymentId: 'P-1', payerId: 'C-2', currency: 'EUR', receivedOn: '2026-05-02' };
const paid = (applied: string, open: string): Fact<'PaymentApplied'> => ({
  type: 'PaymentApplied',
  data: { ...NAMED, ...PAYMENT, requested: applied, applied, open, appliedOn: '2026-05-02' },
});

describe('an extension', () => {
  const subject = { customerSubject: 'customer-1' };
  const extend = (facts: FactOf<InvoiceFacts>[], change: object = {}) =>
    given(invoiceDecider, ...facts).when(
      'GrantExtension',
      { invoiceId: '1', agreedDueOn: '2026-07-31', reason: 'They asked.', ...change },
      subject,
    );

  it('counts from today, keeps both due dates, and its reason is personal', () => {
    expect(extend([ISSUED])).toEqual([
      {
        type: 'ExtensionGranted',
        data: {
          ...NAMED,
          dueOn: '2026-04-30',
          previousDueOn: '2026-04-30',
          agreedDueOn: '2026-07-31',
          grantedOn: TODAY,
          personal: { subject: 'customer-1', reason: 'They asked.' },
        },
      },
    ]);
  });

  it('names the agreed date in force on its day, also when it is recorded late', () => {
    const facts = [ISSUED, extended('2026-05-20', '2026-06-30')];
    expect(extend(facts)).toMatchObject([{ data: { previousDueOn: '2026-06-30' } }]);
    expect(extend(facts, { grantedOn: '2026-05-01' })).toMatchObject([
      { data: { previousDueOn: '2026-04-30' } },
    ]);
  });

  it('may bring an agreed date nearer again, not to the contractual one or before', () => {
    const facts = [ISSUED, extended('2026-05-20', '2026-08-31')];
    expect(extend(facts)).toHaveLength(1);
    expect(extend(facts, { agreedDueOn: '2026-04-30' })).toMatchObject({ refused: 'not-an-extension' });
    expect(extend(facts, { agreedDueOn: '2026-04-01' })).toMatchObject({ refused: 'not-an-extension' });
  });

  it('changes the date in force', () => {
    const facts = [ISSUED, extended('2026-05-20', '2026-07-31')];
    expect(extend(facts)).toMatchObject({ refused: 'not-an-extension', kind: 'conflict' });
  });

  it('is for an invoice on which something is open', () => {
    expect(extend([ISSUED, paid('100.00', '0.00')])).toMatchObject({
      refused: 'already-settled',
      kind: 'conflict',
    });
    expect(extend([ISSUED, paid('99.99', '0.01')])).toHaveLength(1);
  });

  it('that is recorded late is for what was open on its day', () => {
    const facts = [ISSUED, paid('60.00', '40.00'), paid('40.00', '0.00')];
    const onDay = (grantedOn: string) => extend(facts, { grantedOn });
    expect(onDay('2026-05-01')).toMatchObject([{ data: { grantedOn: '2026-05-01' } }]);
    expect(onDay('2026-05-02')).toMatchObject({ refused: 'already-settled' });
  });

  it('ends ten years after the issue at the latest', () => {
    expect(extend([ISSUED], { agreedDueOn: '2036-04-01' })).toHaveLength(1);
    const late = { agreedDueOn: '2036-04-02' };
    expect(extend([ISSUED], late)).toEqual(wrongField('/agreedDueOn', 'years-after-issue'));
  });

  it('is for an invoice that exists', () => {
    expect(extend([])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
  });

  it.each([
    ['2026-06-16', 'not-in-future'],
    ['2026-03-31', 'not-before-issue'],
  ])('granted on %s is refused: %s', (grantedOn, rule) => {
    expect(extend([ISSUED], { grantedOn })).toEqual(wrongField('/grantedOn', rule));
  });

  it('in force on a day is the last by the day it counts from, whenever it was recorded', () => {
    const { state } = given(
      invoiceDecider,
      ISSUED,
      extended('2026-05-20', '2026-08-31'),
      extended('2026-05-01', '2026-06-30'),
    );
    expect(
      ['2026-04-30', '2026-05-01', '2026-05-20', undefined].map((day) => agreedDueDate(state!, day)),
    ).toEqual(['2026-04-30', '2026-06-30', '2026-08-31', '2026-08-31']);
  });
});

describe('an owner', () => {
  const assign = (ownerId: string, change: object = {}, facts = [ISSUED]) =>
    given(invoiceDecider, ...facts).when(
      'AssignOwner',
      { invoiceId: '1', ownerId, reason: 'Anna is on leave.', ...change },
      { owner: ownerId === 'nobody' ? undefined : { registered: true }, customerSubject: 'customer-1' },
    );

  it('is assigned from today, with a reason that is personal', () => {
    expect(assign('bruno')).toEqual([
      {
        type: 'OwnerAssigned',
        data: {
          ...NAMED,
          previousOwnerId: 'anna',
          ownerId: 'bruno',
          assignedOn: TODAY,
          personal: { subject: 'customer-1', reason: 'Anna is on leave.' },
        },
      },
    ]);
  });

  it('who owns it already is nothing to do', () => {
    expect(assign('anna')).toEqual([]);
  });

  it('exists, and so does the invoice', () => {
    expect(assign('nobody')).toEqual(wrongField('/ownerId', 'exists', 'unknown-person'));
    expect(assign('bruno', {}, [])).toMatchObject({ refused: 'invoice-not-found', kind: 'not-found' });
  });

  it.each([
    ['2026-06-16', 'not-in-future'],
    ['2026-03-31', 'not-before-issue'],
  ])('assigned on %s is refused: %s', (assignedOn, rule) => {
    expect(assign('bruno', { assignedOn })).toEqual(wrongField('/assignedOn', rule));
  });

  it('on a day is the last by the day it counts from, whenever it was recorded', () => {
    const { state } = given(
      invoiceDecider,
      ISSUED,
      assigned('2026-05-20', 'bruno'),
      assigned('2026-05-01', 'carla'),
    );
    expect(
      ['2026-03-01', '2026-04-30', '2026-05-01', '2026-05-20', undefined].map((day) => ownerOn(state!, day)),
    ).toEqual(['anna', 'anna', 'carla', 'bruno', 'bruno']);
  });
});

describe('an invoice asked to take its part of a payment', () => {
  const settle = (requested: string, facts = [ISSUED] as FactOf<InvoiceFacts>[], change: object = {}) =>
    given(invoiceDecider, ...facts).when(
      'SettleInvoice',
      { invoiceId: '1', ...PAYMENT, requested, ...change },
      undefined,
    );

  it.each([
    ['part', '40.00', '40.00', '60.00'],
    ['all', '100.00', '100.00', '0.00'],
    ['no more than is open', '100.01', '100.00', '0.00'],
  ])('takes %s', (_words, requested, applied, open) => {
    expect(settle(requested)).toEqual([
      {
        type: 'PaymentApplied',
        data: { ...NAMED, ...PAYMENT, requested, applied, open, appliedOn: '2026-05-02' },
      },
    ]);
  });

  it('takes nothing when nothing is open', () => {
    expect(settle('10.00', [ISSUED, paid('100.00', '0.00')])).toEqual([
      { type: 'AllocationRefused', data: { ...NAMED, ...PAYMENT, requested: '10.00', code: 'nothing-open' } },
    ]);
  });

  it('counts it from its issue when the money came before', () => {
    expect(settle('10.00', [ISSUED], { receivedOn: '2026-03-01' })).toMatchObject([
      { data: { receivedOn: '2026-03-01', appliedOn: '2026-04-01' } },
    ]);
  });

  it('never takes more than its total, and splits every request without a rest', () => {
    const cents = fc
      .integer({ min: 1, max: 9_000 })
      .map((n) => `${Math.trunc(n / 100)}.${`${n % 100}`.padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), (requests) => {
        const facts: FactOf<InvoiceFacts>[] = [ISSUED];
        let taken = Money.zero('EUR');
        for (const requested of requests) {
          const [answer] = settle(requested, facts) as Fact<'PaymentApplied' | 'AllocationRefused'>[];
          const applied = 'applied' in answer!.data ? answer!.data.applied : '0.00';
          taken = taken.plus(Money.of(applied, 'EUR'));
          const open = Money.of('100.00', 'EUR').minus(taken);
          expect(open.isNegative).toBe(false);
          if (answer!.type === 'PaymentApplied') {
            expect(answer!.data).toMatchObject({ open: open.toString() });
            expect(open.isZero || applied === Money.of(requested, 'EUR').toString()).toBe(true);
          }
          facts.push(answer as never);
        }
      }),
    );
  });
});
