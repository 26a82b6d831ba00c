import type { FactOf } from '@quittance/kernel';
import { given } from '../../../../test/support/decisions.js';
import type { PaymentFacts } from './payment.events.js';
import { payments } from './payment.stream.js';

// Money of 16 January, meant for an invoice of the 17th of Beta's; that Alfa had paid it came out later, and the
// allocation was undone after that.

const [RECEIVED, COUNTED] = ['2026-01-16', '2026-01-17'];
const INVOICE = { invoiceId: 'i-1', number: 'R-1' };
const NAMED = { paymentId: '1', currency: 'EUR' };
const SEALED = { personal: { subject: 'customer-alfa', reason: 'So.' } };
const PART = { ...INVOICE, allocationId: 'a-1', customerId: 'beta' };

const FACTS = [
  [
    'PaymentReceived',
    {
      ...NAMED,
      amount: '10.00',
      receivedOn: RECEIVED,
      customerId: 'beta',
      allocations: [{ ...PART, amount: '9.30' }],
    },
  ],
  [
    'AllocationAnswered',
    {
      ...NAMED,
      allocationId: 'a-1',
      invoice: INVOICE,
      requested: '9.30',
      applied: '9.30',
      appliedOn: COUNTED,
      unapplied: '0.70',
    },
  ],
  [
    'PayerIdentified',
    {
      ...NAMED,
      ...SEALED,
      previousCustomerId: 'beta',
      customerId: 'alfa',
      amount: '0.70',
      identifiedOn: RECEIVED,
      unapplied: '0.70',
    },
  ],
  [
    'AllocationUndoRequested',
    {
      ...NAMED,
      ...SEALED,
      undos: [{ ...PART, undoId: 'u-1', payerId: 'alfa', amount: '9.30', appliedOn: COUNTED }],
      unapplied: '0.70',
    },
  ],
  [
    'AllocationUndone',
    {
      ...NAMED,
      undoId: 'u-1',
      allocationId: 'a-1',
      invoice: INVOICE,
      amount: '9.30',
      reopenedOn: COUNTED,
      unapplied: '10.00',
    },
  ],
].map(([type, data]) => ({ type, data }) as FactOf<PaymentFacts>);

describe('a payment whose payer was named after it had settled an invoice', () => {
  const transfer = (amount: string, on: string) =>
    given(payments, ...FACTS).when(
      'TransferUnapplied',
      { customerId: 'gamma', amount, on, reason: 'So.' } as never,
      { subject: 'customer-alfa', customer: { customerId: 'gamma' } } as never,
    );

  it('is the payer’s own only from the day on which the invoice gave it back', () => {
    expect(transfer('5.00', RECEIVED)).toMatchObject({ refused: 'more-than-free' });
    expect(transfer('0.70', RECEIVED)).toMatchObject([{ type: 'UnappliedTransferred' }]);
    expect(transfer('10.00', COUNTED)).toMatchObject([{ type: 'UnappliedTransferred' }]);
  });
});

describe('a payment that was gone before its payer was named', () => {
  const [GONE, AGAIN] = ['2026-01-20', '2026-01-25'];
  const said = { ...NAMED, ...SEALED, amount: '10.00' };
  const received = { ...said, receivedOn: RECEIVED, customerId: null, allocations: [] };
  const named = { ...said, previousCustomerId: null, customerId: 'alfa', identifiedOn: RECEIVED };
  const refund = { ...said, refundId: 'r-1', customerId: null, from: [], refundedOn: GONE };
  const paidBack = {
    ...said,
    refundId: 'r-1',
    to: [{ customerId: null, amount: '10.00' }],
    reversedOn: AGAIN,
  };
  const fromUnapplied = [{ customerId: null, amount: '10.00' }];
  const returned = { ...said, returnId: 'r-1', fromUnapplied, from: [], returnedOn: GONE };
  const won = { ...said, returnId: 'r-1', to: fromUnapplied, allocations: [], reversedOn: AGAIN };

  it.each([
    ['refunded', { PaymentRefunded: refund, RefundReversed: paidBack }],
    ['returned', { PaymentReturned: returned, ReturnReversed: won }],
  ])('is free for them only from the day on which it came again: %s', (_how, between) => {
    const facts = { PaymentReceived: received, ...between, PayerIdentified: named };
    const log = Object.entries<object>(facts).map(([type, data]) => ({ type, data }) as FactOf<PaymentFacts>);
    const invoice = { ...INVOICE, customerId: 'alfa', currency: 'EUR', issuedOn: RECEIVED };
    const allocate = (on?: string) =>
      given(payments, ...log).when(
        'AllocatePayment',
        { paymentId: '1', allocations: [{ invoiceId: 'i-1', amount: '10.00' }], on },
        { invoices: [invoice as never], differing: [] },
      );
    for (const day of [RECEIVED, GONE]) expect(allocate(day)).toMatchObject({ refused: 'more-than-free' });
    expect(allocate(AGAIN)).toMatchObject([{ data: { requestedOn: AGAIN } }]);
    expect(allocate()).toMatchObject([{ data: { requestedOn: AGAIN } }]);
  });
});
