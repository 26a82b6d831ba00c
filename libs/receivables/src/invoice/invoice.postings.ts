import { Money } from '@quittance/kernel';
import { leg, noMoney, postings, type PostingsOf, settling } from '../ledger/legs.js';
import type { InvoiceFacts } from './invoice.events.js';

const about = (
  {
    invoiceId: invoice,
    customerId: party,
    paymentId: document,
    allocationId: settlement,
    instalment,
  }: Record<'invoiceId' | 'customerId' | 'paymentId' | 'allocationId', string> & { instalment?: number },
  on: string,
) => ({ invoice, party, document, settlement, instalment, on });

export const invoicePostings = {
  InvoiceIssued: postings(
    ({ invoiceId: invoice, customerId: party, issuedOn, opening, currency, total, ...data }) => {
      const amount = Money.of(total, currency);
      const opens = { dueOn: data.dueOn, ownerId: data.ownerId };
      const about = { invoice, party, on: opening?.on ?? issuedOn };
      const before = Money.of(data.settledBefore ?? '0', currency);
      return [
        leg('receivable', 'issued', amount, { ...about, opens }),
        ...(before.isZero ? [] : [leg('receivable', 'opening', before.negated(), about)]),
        leg(opening ? 'opening' : 'issued', 'invoice', before.minus(amount), about),
      ];
    },
  ),
  PaymentApplied: postings(({ invoiceId: invoice, paymentId: document, ...data }) => {
    const { customerId: party, payerId, allocationId: settlement, requestedOn, appliedOn } = data;
    const requested = Money.of(data.requested, data.currency);
    const applied = Money.of(data.applied, data.currency);
    const asked = { invoice, party, document, on: requestedOn };
    const free = { party: payerId, document, on: requestedOn };
    const settled = { ...asked, on: appliedOn, settlement, instalment: data.instalment };
    // It was meant for the invoice before that counts: until then the money settles nothing.
    if (appliedOn !== requestedOn)
      return [
        leg('pending', 'answered', requested, asked),
        leg('unapplied', 'answered', requested.negated(), free),
        ...settling('cash', applied, settled, { party: payerId }),
      ];
    return [
      leg('pending', 'answered', requested, asked),
      leg('unapplied', 'answered', applied.minus(requested), free),
      leg('receivable', 'cash', applied.negated(), settled),
    ];
  }),
  AllocationRefused: postings(({ invoiceId: invoice, customerId, paymentId: document, payerId, ...data }) => {
    const requested = Money.of(data.requested, data.currency);
    const on = data.requestedOn;
    return [
      leg('pending', 'answered', requested, { invoice, party: customerId, document, on }),
      leg('unapplied', 'answered', requested.negated(), { party: payerId, document, on }),
    ];
  }),
  ApplicationUndone: postings(({ payerId, ...data }) =>
    settling('cash', Money.of(data.amount, data.currency).negated(), about(data, data.appliedOn), {
      party: payerId,
    }),
  ),
  // Money that is gone is taken from what is applied, by way of what is free: until the allocation counts, it was that.
  ApplicationReturned: postings(({ payerId, returnedOn, reopenedOn, ...data }) => {
    const amount = Money.of(data.amount, data.currency);
    const pending = leg('pending', 'answered', amount.negated(), {
      ...about(data, returnedOn),
      instalment: undefined,
    });
    const open = about(data, reopenedOn);
    if (returnedOn === reopenedOn) return [pending, leg('receivable', 'cash', amount, open)];
    const free = { party: payerId, document: data.paymentId, on: returnedOn };
    return [
      pending,
      leg('unapplied', 'answered', amount, free),
      ...settling('cash', amount.negated(), open, { party: payerId }),
    ];
  }),
  ExtensionGranted: noMoney,
  ExtensionRevoked: noMoney,
  OwnerAssigned: noMoney,
} satisfies PostingsOf<InvoiceFacts>;
