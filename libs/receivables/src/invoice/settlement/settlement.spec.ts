import { type FactOf, Money } from '@quittance/kernel';
import fc from 'fast-check';
import { type Fact, ISSUED, NAMED, paid, PAYMENT } from '../../../spec/invoice-facts.js';
import { given } from '../../../../../test/support/decisions.js';
import type { InvoiceFacts } from '../invoice.events.js';
import { invoices, partsOf } from '../invoice.stream.js';

const RECEIVED = PAYMENT.receivedOn;

describe('an invoice asked to take its part of a payment', () => {
  const settle = (requested: string, facts = [ISSUED] as FactOf<InvoiceFacts>[], change: object = {}) =>
    given(invoices, ...facts).when(
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
        data: { ...NAMED, ...PAYMENT, requestedOn: RECEIVED, requested, applied, open, appliedOn: RECEIVED },
      },
    ]);
  });

  it('takes nothing when nothing is open', () => {
    expect(settle('10.00', [ISSUED, paid('100.00', '0.00')])).toEqual([
      {
        type: 'AllocationRefused',
        data: { ...NAMED, ...PAYMENT, requestedOn: RECEIVED, requested: '10.00', code: 'nothing-open' },
      },
    ]);
  });

  it('counts it from its issue when the money came before', () => {
    expect(settle('10.00', [ISSUED], { receivedOn: '2026-03-01' })).toMatchObject([
      { data: { receivedOn: '2026-03-01', appliedOn: '2026-04-01' } },
    ]);
  });

  it('counts it from the day from which it was meant for the invoice, never earlier than the money', () => {
    expect(settle('10.00', [ISSUED], { requestedOn: '2026-05-09' })).toMatchObject([
      { data: { requestedOn: '2026-05-09', appliedOn: '2026-05-09' } },
    ]);
    expect(settle('10.00', [ISSUED], { requestedOn: '2026-04-09' })).toMatchObject([
      { data: { requestedOn: '2026-04-09', appliedOn: RECEIVED } },
    ]);
  });

  describe('that names an instalment', () => {
    const instalments = [
      { dueOn: '2026-04-30', amount: '60.00' },
      { dueOn: '2026-05-31', amount: '40.00' },
    ];
    const inTwo = { ...ISSUED, data: { ...ISSUED.data, instalments } };
    const named = settle('50.00', [inTwo], {
      instalment: 2,
      differences: [{ kind: 'bank-charge', amount: '5.00' }],
    }) as FactOf<InvoiceFacts>[];
    const open = (...facts: FactOf<InvoiceFacts>[]) =>
      partsOf(given(invoices, inTwo, ...facts).state).map((part) => part.open.toString());

    it('fills it first, up to its amount, and what was kept back does; the surplus joins the rest', () => {
      expect(named).toMatchObject([
        { type: 'PaymentApplied', data: { applied: '50.00', instalment: 2 } },
        { type: 'SettlementRecorded', data: { amount: '5.00', instalment: 2 } },
      ]);
      expect(open(...named)).toEqual(['45.00', '0.00']);
      expect(open(...named, ...(settle('10.00', [inTwo, ...named]) as FactOf<InvoiceFacts>[]))).toEqual([
        '35.00',
        '0.00',
      ]);
    });

    it.each([
      ['UndoApplied', { undoId: 'U-1', personal: { subject: 'customer-1', reason: 'r' } }],
      ['ReturnApplied', { returnId: 'R-1', returnedOn: '2026-05-20' }],
    ] as const)('is taken back from it by %s, with what was kept back', (type, said) => {
      const { paymentId, allocationId, payerId } = PAYMENT;
      const back = given(invoices, inTwo, ...named).when(
        type,
        { invoiceId: '1', paymentId, allocationId, payerId, amount: '20.00', ...said },
        undefined,
      );
      expect(back).toMatchObject([
        { data: { amount: '20.00', instalment: 2 } },
        { data: { amount: '5.00', instalment: 2 } },
      ]);
      expect(open(...named, ...(back as FactOf<InvoiceFacts>[]))).toEqual(['60.00', '10.00']);
    });
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
