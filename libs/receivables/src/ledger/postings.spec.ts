import { Money } from '@quittance/kernel';
import { story } from '../../../../test/support/story.js';
import { idOf } from '../../spec/ledger.js';
import { allocationIdOf } from '../streams.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { CONTROLS, legsOf, POSTINGS } from '../features.js';
import type { PaymentFacts } from '../payment/payment.events.js';
import { ACCOUNTS } from './accounts.js';
import { SETTLEMENT_KINDS, type SettlementKind } from './settlement.kinds.js';
import { moved } from './control.js';
import { type Leg, settling } from './legs.js';
import { legsBy, moneyTypes, mustBalance, UnbalancedError } from './posted.js';

const [invoice, other, payment] = ['invoice', 'other invoice', 'payment'].map(idOf) as [
  string,
  string,
  string,
];

/** `receivable -30.00 cash, C, of the invoice, 2026-02-01`: account, amount, kind, whose, of what, from when. */
const inWords = ({ account, amount, kind, party, invoice: of, on }: Leg): string =>
  [
    `${account} ${amount.isNegative ? '' : '+'}${amount.toString()} ${kind}`,
    ...[party ?? 'nobody', ...(of ? [of === invoice ? 'the invoice' : 'another invoice'] : []), on],
  ].join(', ');
const legs = (type: string, data: object): string[] => legsOf({ type, data }).map(inWords);

const issued: InvoiceFacts['InvoiceIssued'] = {
  ...{ invoiceId: invoice, number: '1', customerId: 'C', currency: 'EUR', total: '100.00' },
  ...{ issuedOn: '2026-01-10', dueOn: '2026-02-09', ownerId: 'maria' },
};
const received: PaymentFacts['PaymentReceived'] = {
  ...{ paymentId: payment, amount: '150.00', currency: 'EUR', receivedOn: '2026-02-01' },
  ...{ payerId: 'P', customerId: 'P' },
  allocations: [
    { invoiceId: invoice, customerId: 'C', number: '1', amount: '90.00' },
    { invoiceId: other, customerId: 'D', number: '2', amount: '40.00' },
  ],
};
const applied: InvoiceFacts['PaymentApplied'] = {
  ...{ invoiceId: invoice, number: '1', customerId: 'C', paymentId: payment, payerId: 'P', currency: 'EUR' },
  ...{
    requested: '90.00',
    applied: '60.00',
    open: '0.00',
    receivedOn: '2026-02-01',
    requestedOn: '2026-02-01',
    appliedOn: '2026-02-01',
  },
  allocationId: allocationIdOf(payment, invoice),
};
const { applied: _applied, open: _open, appliedOn: _appliedOn, ...answered } = applied;

describe('the legs of facts', () => {
  story('ground', 'A1', 'Each fact that moves money says its legs; debit is positive', (show) => {
    show({
      input: 'an invoice of 100.00 is issued',
      right: [
        'receivable +100.00 issued, C, the invoice, 2026-01-10',
        'issued -100.00 invoice, C, the invoice, 2026-01-10',
      ],
      got: legs('InvoiceIssued', issued),
    });
    show({
      input: 'P pays 150.00, 90.00 meant for an invoice of C and 40.00 for one of D',
      right: [
        'cash +150.00 received, P, 2026-02-01',
        'pending -90.00 requested, C, the invoice, 2026-02-01',
        'pending -40.00 requested, D, another invoice, 2026-02-01',
        'unapplied -20.00 received, P, 2026-02-01',
      ],
      got: legs('PaymentReceived', received),
    });
    show({
      input: 'the invoice takes 60.00 of the 90.00 asked',
      right: [
        'pending +90.00 answered, C, the invoice, 2026-02-01',
        'unapplied -30.00 answered, P, 2026-02-01',
        'receivable -60.00 cash, C, the invoice, 2026-02-01',
      ],
      got: legs('PaymentApplied', applied),
    });
    show({
      input: 'the same, received before the invoice counts: unapplied until then',
      right: [
        'pending +90.00 answered, C, the invoice, 2026-02-01',
        'unapplied -90.00 answered, P, 2026-02-01',
        'receivable -60.00 cash, C, the invoice, 2026-03-01',
        'unapplied +60.00 applied, P, 2026-03-01',
      ],
      got: legs('PaymentApplied', { ...applied, appliedOn: '2026-03-01' }),
    });
    show({
      input: 'the invoice refuses the 90.00',
      right: [
        'pending +90.00 answered, C, the invoice, 2026-02-01',
        'unapplied -90.00 answered, P, 2026-02-01',
      ],
      got: legs('AllocationRefused', { ...answered, code: 'nothing-open' }),
    });
  });

  it('are declared for every fact, and those that move money are these', () => {
    expect(moneyTypes(POSTINGS).sort()).toEqual([
      'AllocationRefused',
      'AllocationRequested',
      'ApplicationReturned',
      'ApplicationUndone',
      'CreditApplied',
      'CreditNoteCancelled',
      'CreditNoteIssued',
      'CreditNoteRefundReversed',
      'CreditNoteRefunded',
      'CreditUndone',
      'InvoiceIssued',
      'InvoiceVoided',
      'PayerIdentified',
      'PaymentApplied',
      'PaymentCancelled',
      'PaymentReceived',
      'PaymentRefunded',
      'PaymentReturned',
      'RefundReversed',
      'ReturnReversed',
      'SettlementRecorded',
      'SettlementUndone',
      'UnappliedTransferred',
      'WriteOffRestored',
      'WriteOffReversed',
      'WrittenOff',
    ]);
    expect(Object.keys(CONTROLS).sort()).toEqual(moneyTypes(POSTINGS).sort());
    expect(legs('ExtensionGranted', {})).toEqual([]);
    expect(legs('OfANewerRelease', {})).toEqual([]);
  });

  it('name what they are about: invoice, due date, owner, payment, settlement line', () => {
    const [receivable] = legsOf({ type: 'InvoiceIssued', data: issued });
    expect(receivable).toMatchObject({ invoice, opens: { dueOn: '2026-02-09', ownerId: 'maria' } });
    expect(receivable).not.toHaveProperty('document');
    const taken = legsOf({ type: 'PaymentApplied', data: applied }).find(({ kind }) => kind === 'cash');
    expect(taken).toMatchObject({
      invoice,
      document: payment,
      settlement: expect.stringMatching(/-5...-/) as string,
    });
  });

  it('that do not add up to zero on each day are an error that says which and by how much', () => {
    const wrong = {
      ...POSTINGS,
      PaymentApplied: {
        moves: true as const,
        legs: (data: InvoiceFacts['PaymentApplied']) =>
          POSTINGS.PaymentApplied.legs(data).map((leg) =>
            leg.account === 'receivable' ? { ...leg, on: '2026-02-02' } : leg,
          ),
      },
    };
    const asked = (): unknown => legsBy(wrong)({ type: 'PaymentApplied', data: applied });
    expect(asked).toThrow(UnbalancedError);
    expect(asked).toThrow(
      'the legs of PaymentApplied must add up to zero on each day: EUR on 2026-02-01 they come to 60.00',
    );
  });
});

describe('settlement kinds', () => {
  story('ground', 'A2', 'A kind is one line: what it settles stands on its account', (show) => {
    const about = { invoice, party: 'C', on: '2026-03-01' };
    const both = (kind: SettlementKind): string[] =>
      settling(kind, Money.of('5.00', 'EUR'), about).map(inWords);
    show({
      input: 'a tolerance, a discount and a write-off of 5.00; a credit note applied',
      right: [
        ['tolerance', 'tolerance'],
        ['early-payment-discount', 'early-payment-discount'],
        ['write-off', 'written-off'],
        ['credit', 'credit'],
      ].map(([kind, account]) => [
        `receivable -5.00 ${kind}, C, the invoice, 2026-03-01`,
        `${account} +5.00 applied, C, 2026-03-01`,
      ]),
      got: (['tolerance', 'early-payment-discount', 'write-off', 'credit'] as const).map(both),
    });
  });

  it.each(Object.keys(SETTLEMENT_KINDS) as SettlementKind[])('%s balances, also reversed', (kind) => {
    const about = { invoice, party: 'C', on: '2026-03-01' };
    for (const amount of ['5.00', '-5.00'])
      expect(() => mustBalance(settling(kind, Money.of(amount, 'EUR'), about), kind)).not.toThrow();
    expect(Object.keys(ACCOUNTS)).toContain(SETTLEMENT_KINDS[kind].account);
  });
});

describe('moves of the control', () => {
  it('are none within one row, and cancel between two', () => {
    const amount = Money.of('5.00', 'EUR');
    expect(moved(amount, { party: 'C' }, { party: 'C' }, '2026-03-01')).toEqual([]);
    const lines = moved(amount, { party: 'P' }, { party: 'C', invoice }, '2026-03-01');
    expect(lines.map((line) => [line.party, line.invoice, line.amount.toString()])).toEqual([
      ['P', undefined, '5.00'],
      ['C', invoice, '-5.00'],
    ]);
  });
});
