import { type FactOf, stream } from '@quittance/kernel';
import { given } from '../../../../test/support/decisions.js';
import { payment } from '../payment/payment.decider.js';
import type { PaymentFacts } from '../payment/payment.events.js';
import { proposal } from './proposal.decider.js';

// 100.00 of nobody known, of which 30.00 were passed on to C-1.
const payments = stream('payment', [payment, proposal]);
const SAID = { paymentId: '1', currency: 'EUR', personal: { subject: 'payment-1', reason: 'So.' } };
const DAY = '2026-01-16';
const FACTS = [
  ['PaymentReceived', { ...SAID, amount: '100.00', receivedOn: DAY, customerId: null, allocations: [] }],
  [
    'UnappliedTransferred',
    { ...SAID, fromCustomerId: null, customerId: 'C-1', amount: '30.00', transferredOn: DAY },
  ],
].map(([type, data]) => ({ type, data }) as FactOf<PaymentFacts>);

describe('a proposal that is accepted', () => {
  const accept = (customerId: string | null, amount: string) =>
    given(payments, ...(FACTS as never[])).when(
      'AcceptProposal',
      { paymentId: '1', proposalId: 'ab' },
      {
        accepted: { rule: 'account', score: 81, allocations: [{ invoiceId: 'i-1', amount, customerId }] },
        judgedAt: '7',
        meaning: {
          invoices: [{ number: 'R-1', customerId: 'C-1', currency: 'EUR', issuedOn: DAY }] as never,
          differing: [],
        },
      },
    );

  it("takes nobody's part where it was made for that, whatever part the invoice's customer has", () => {
    expect(accept(null, '70.00')).toMatchObject([{ data: { allocations: [{ payerId: null }] } }]);
    expect(accept('C-1', '30.00')).toMatchObject([{ data: { allocations: [{ payerId: 'C-1' }] } }]);
  });

  it('has changed where less is free by now', () => {
    expect(accept(null, '70.01')).toMatchObject({ refused: 'proposal-changed' });
    expect(accept('C-1', '30.01')).toMatchObject({ refused: 'proposal-changed' });
  });
});
