import { allocationIdOf } from '../src/streams.js';
import type { InvoiceFacts } from '../src/invoice/invoice.events.js';

// Facts of one invoice, for what its slices make of them.

export type Fact<Type extends keyof InvoiceFacts> = { type: Type; data: InvoiceFacts[Type] };
export const NAMED = { invoiceId: '1', number: 'R-1', customerId: 'C-1' };

export const ISSUED: Fact<'InvoiceIssued'> = {
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
export const extended = (grantedOn: string, agreedDueOn: string): Fact<'ExtensionGranted'> => ({
  type: 'ExtensionGranted',
  data: {
    ...NAMED,
    extensionId: `${grantedOn} ${agreedDueOn}`,
    dueOn: '2026-04-30',
    previousDueOn: '2026-04-30',
    agreedDueOn,
    grantedOn,
    personal: { subject: 'customer-1', reason: 'r' },
  },
});
export const assigned = (assignedOn: string, ownerId: string): Fact<'OwnerAssigned'> => ({
  type: 'OwnerAssigned',
  data: {
    ...NAMED,
    previousOwnerId: 'anna',
    ownerId,
    assignedOn,
    personal: { subject: 'customer-1', reason: 'r' },
  },
});
export const PAYMENT = {
  ...{ paymentId: 'P-1', allocationId: 'A-1', payerId: 'C-2', currency: 'EUR', receivedOn: '2026-05-02' },
};
export const paid = (applied: string, open: string): Fact<'PaymentApplied'> => ({
  type: 'PaymentApplied',
  data: {
    ...{ ...NAMED, ...PAYMENT, requested: applied, applied, open },
    ...{ requestedOn: '2026-05-02', appliedOn: '2026-05-02' },
  },
});

/** A part of a payment that was named when it was recorded. */
export const partOf = (paymentId: string, invoiceId: string) => ({
  paymentId,
  allocationId: allocationIdOf(paymentId, invoiceId),
});
