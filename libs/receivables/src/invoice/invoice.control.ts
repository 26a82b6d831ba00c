import { Money } from '@quittance/kernel';
import { type ControlAmount, type ControlsOf, moved } from '../ledger/control.js';
import type { InvoiceFacts } from './invoice.events.js';
import type { invoicePostings } from './invoice.postings.js';

function issuedFor(data: InvoiceFacts['InvoiceIssued']): Omit<ControlAmount, 'amount'> {
  const { invoiceId: invoice, customerId: party, ownerId: owner, issuedOn, opening } = data;
  return { party, invoice, owner, on: opening?.on ?? issuedOn };
}

export const invoiceControl: ControlsOf<InvoiceFacts, typeof invoicePostings> = {
  InvoiceIssued: {
    adds: [
      {
        field: 'total',
        sign: '+',
        to: issuedFor,
        document: {
          count: 'invoices',
          sum: 'issued',
          legs: { account: 'receivable', kind: 'issued' },
        },
      },
      // Of one that was taken over: what had settled it before.
      { field: 'settledBefore', sign: '-', to: issuedFor },
    ],
  },
  // What was received for the customer is from then on received for the invoice; what it does not take, for the payer.
  PaymentApplied: {
    moves: ({ invoiceId: invoice, customerId, payerId, currency, requestedOn, appliedOn, ...data }) => {
      const requested = Money.of(data.requested, currency);
      const applied = Money.of(data.applied, currency);
      const [customer, payer] = [{ party: customerId }, { party: payerId }];
      const taken = { party: customerId, invoice };
      if (appliedOn !== requestedOn)
        return [
          ...moved(requested, customer, payer, requestedOn),
          ...moved(applied, payer, taken, appliedOn),
        ];
      return [
        ...moved(requested.minus(applied), customer, payer, requestedOn),
        ...moved(applied, customer, taken, appliedOn),
      ];
    },
  },
  AllocationRefused: {
    moves: ({ customerId, payerId, currency, requested, requestedOn }) =>
      moved(Money.of(requested, currency), { party: customerId }, { party: payerId }, requestedOn),
  },
  ApplicationUndone: {
    moves: ({ invoiceId: invoice, customerId: party, payerId, currency, amount, appliedOn }) =>
      moved(Money.of(amount, currency), { party, invoice }, { party: payerId }, appliedOn),
  },
  ApplicationReturned: {
    moves: ({ invoiceId: invoice, customerId: party, payerId, returnedOn, reopenedOn, ...data }) => {
      const amount = Money.of(data.amount, data.currency);
      const [taken, customer, payer] = [{ party, invoice }, { party }, { party: payerId }];
      if (returnedOn === reopenedOn) return moved(amount, taken, customer, returnedOn);
      return [...moved(amount, payer, customer, returnedOn), ...moved(amount, taken, payer, reopenedOn)];
    },
  },
};
