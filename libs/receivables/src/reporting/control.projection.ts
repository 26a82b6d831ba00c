import { Money } from '@quittance/kernel';
import type { Projection } from '@quittance/read-model';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import type { PaymentFacts } from '../payment/payment.events.js';
import { controlLines } from './receivable.tables.js';

/** What was issued and what was received, and nothing of who settled what: the other side of every report. */
export const controlProjection: Projection<InvoiceFacts & PaymentFacts> = {
  name: 'control',
  comment: 'Documents and payments without allocations: what open - unapplied - pending must come to',
  tables: [controlLines],
  on: {
    InvoiceIssued: ({ data, at, statedAt }, changes) =>
      changes.put(controlLines, {
        currency: data.currency,
        kind: 'issued',
        amount: data.total,
        effective_on: data.issuedOn,
        position: at,
        stated_at: statedAt,
      }),
    PaymentReceived: ({ data, at, statedAt }, changes) =>
      changes.put(controlLines, {
        currency: data.currency,
        kind: 'received',
        amount: Money.of(data.amount, data.currency).negated().toString(),
        effective_on: data.receivedOn,
        position: at,
        stated_at: statedAt,
      }),
  },
};
