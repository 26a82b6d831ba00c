import { Money } from '@quittance/kernel';
import type { Changes, ProjectedFact, Projection } from '@quittance/read-model';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import type { PaymentFacts } from './payment.events.js';
import { erasable } from '../personal.js';
import { type AllocationRow, allocations, payments } from './payment.tables.js';

/** Payment history: each payment as it stands now, and what became of each part of it. */
export const paymentProjection: Projection<PaymentFacts & InvoiceFacts & ErasureFacts> = {
  name: 'payments',
  comment: 'Payments and their allocations as they stand now',
  tables: [payments, allocations],
  on: {
    PaymentReceived: ({ data, revision, at, statedAt }, changes) => {
      const { paymentId, currency } = data;
      const received = Money.of(data.amount, currency);
      const pending = Money.sum(
        data.allocations.map(({ amount }) => Money.of(amount, currency)),
        currency,
      );
      changes.put(payments, {
        id: paymentId,
        currency,
        received: received.toString(),
        allocated: Money.zero(currency).toString(),
        pending: pending.toString(),
        unapplied: received.minus(pending).toString(),
        received_on: data.receivedOn,
        method: data.method ?? null,
        reference: erasable(data.personal, 'reference'),
        payer_id: data.payerId ?? null,
        customer_id: data.customerId,
        source: data.source ?? null,
        external_id: data.externalId ?? null,
        received_at: at,
        received_stated_at: statedAt,
        revision,
        position: at,
      });
      for (const { invoiceId, customerId, number, amount } of data.allocations) {
        changes.put(allocations, {
          payment_id: paymentId,
          invoice_id: invoiceId,
          customer_id: customerId,
          number,
          currency,
          requested: amount,
          applied: Money.zero(currency).toString(),
          status: 'pending',
          code: null,
          received_on: data.receivedOn,
          applied_on: null,
          requested_at: at,
          requested_stated_at: statedAt,
          answered_at: null,
          answered_stated_at: null,
        });
      }
    },
    PaymentApplied: (fact, changes) => {
      const { applied, requested, appliedOn } = fact.data;
      answer(fact, applied, changes, {
        status: 'applied',
        // The invoice had less open than was meant for it.
        code: applied === requested ? null : 'less-open',
        applied_on: appliedOn,
      });
    },
    AllocationRefused: (fact, changes) =>
      answer(fact, Money.zero(fact.data.currency).toString(), changes, {
        status: 'refused',
        code: fact.data.code,
      }),
    // The reference is emptied by the projector itself.
    PersonalDataErased: ({ data, revision, at }, changes) => {
      if (data.paymentId === undefined) return;
      changes.change(payments, { id: data.paymentId }, (row) => row && { ...row, revision, position: at });
    },
  },
};

/** The invoice answered: what was pending is allocated as far as it took it, the rest is unapplied. */
function answer(
  fact: ProjectedFact<{ invoiceId: string; paymentId: string; currency: string; requested: string }>,
  applied: string,
  changes: Changes,
  become: Partial<AllocationRow>,
): void {
  const { data, at, statedAt } = fact;
  const taken = Money.of(applied, data.currency);
  const requested = Money.of(data.requested, data.currency);
  changes.change(payments, { id: data.paymentId }, (row) => {
    if (!row) throw new Error(`payment ${data.paymentId} was never received`);
    const money = (amount: string): Money => Money.of(amount, row.currency);
    return {
      ...row,
      allocated: money(row.allocated).plus(taken).toString(),
      pending: money(row.pending).minus(requested).toString(),
      unapplied: money(row.unapplied).plus(requested).minus(taken).toString(),
      position: at,
    };
  });
  changes.change(allocations, { payment_id: data.paymentId, invoice_id: data.invoiceId }, (row) => {
    if (!row) throw new Error(`payment ${data.paymentId} meant nothing for invoice ${data.invoiceId}`);
    return { ...row, ...become, applied, answered_at: at, answered_stated_at: statedAt };
  });
}
