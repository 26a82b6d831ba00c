import { Money } from '@quittance/kernel';
import { type Changes, ignore, type ProjectedFact, type Projection } from '@quittance/read-model';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { legsBy, moneyTypes } from '../ledger/posted.js';
import { isOf, legsAbout, SUMS, withLegs } from '../ledger/sums.js';
import type { DerivedProjection } from '../manifest/feature.js';
import type { LaterAllocation, PaymentFacts } from './payment.events.js';
import { erasable } from '../personal.js';
import { allocationIdOf } from '../streams.js';
import { type AllocationRow, allocations, payments } from './payment.tables.js';

/** Amounts of a payment as it stands. */
const AMOUNTS = { allocated: SUMS.paid, pending: SUMS.pending, unapplied: SUMS.unapplied };

/** Payment history: each payment as it stands now, and what became of each part of it. */
export const paymentProjection: DerivedProjection = {
  name: 'payments',
  comment: 'Payments and their allocations as they stand now',
  tables: [payments, allocations],
  streams: ['payment'],
  derivedFrom: 'money',
  from: ({ postings }): Projection<PaymentFacts & InvoiceFacts & ErasureFacts>['on'] => {
    const legsOf = legsBy(postings);
    /** Whatever fact moves money of a payment, by its legs. */
    const moved = (fact: ProjectedFact<object>, changes: Changes): void => {
      if (!('paymentId' in fact.data)) return; // it is about no payment
      const ofPayments = legsOf(fact).filter((leg) => Object.values(AMOUNTS).some((sum) => isOf(sum, leg)));
      for (const [paymentId, legs] of legsAbout(ofPayments, ({ document }) => document))
        changes.change(payments, { id: paymentId }, (row) => {
          if (!row) throw new Error(`payment ${paymentId} was never received`);
          return { ...row, ...withLegs(row, AMOUNTS, legs, row.currency) };
        });
    };
    /** The invoice answered: what became of the part that was meant for it. */
    const answer = (
      fact: ProjectedFact<{ paymentId: string; allocationId: string }>,
      changes: Changes,
      become: Partial<AllocationRow>,
    ): void => {
      moved(fact, changes);
      const { data, at, statedAt } = fact;
      waiting(data.paymentId, -1, changes);
      changes.change(allocations, { id: data.allocationId }, (row) => {
        if (!row) throw new Error(`payment ${data.paymentId} has no allocation ${data.allocationId}`);
        return { ...row, ...become, answered_at: at, answered_stated_at: statedAt };
      });
    };

    return {
      ...Object.fromEntries(moneyTypes(postings).map((type) => [type, moved])),
      PaymentReceived: (fact, changes) => {
        const { data, at, statedAt } = fact;
        const { paymentId, currency, receivedOn } = data;
        changes.put(payments, {
          id: paymentId,
          currency,
          received: Money.of(data.amount, currency).toString(),
          ...withLegs(undefined, AMOUNTS, legsOf(fact), currency),
          received_on: data.receivedOn,
          method: data.method ?? null,
          reference: erasable(data.personal, 'reference'),
          payer_id: data.payerId ?? null,
          customer_id: data.customerId,
          source: data.source ?? null,
          external_id: data.externalId ?? null,
          unanswered: data.allocations.length,
          received_at: at,
          received_stated_at: statedAt,
        });
        const parts = data.allocations.map((part) => ({
          ...{ ...part, allocationId: allocationIdOf(paymentId, part.invoiceId), requestedOn: receivedOn },
        }));
        request(fact, parts, changes);
      },
      AllocationRequested: (fact, changes) => {
        moved(fact, changes);
        waiting(fact.data.paymentId, fact.data.allocations.length, changes);
        request(fact, fact.data.allocations, changes);
      },
      AllocationAnswered: ignore('the invoice has said it before'),
      PaymentApplied: (fact, changes) => {
        const { applied, requested, appliedOn } = fact.data;
        answer(fact, changes, {
          status: 'applied',
          // The invoice had less open than was meant for it.
          code: applied === requested ? null : 'less-open',
          applied_on: appliedOn,
        });
      },
      AllocationRefused: (fact, changes) =>
        answer(fact, changes, { status: 'refused', code: fact.data.code }),
      PersonalDataErased: ignore('the projector itself empties the reference'),
    };
  },
};

/** So many invoices more, or fewer, have not answered. */
function waiting(id: string, more: number, changes: Changes): void {
  changes.change(payments, { id }, (row) => row && { ...row, unanswered: row.unanswered + more });
}

/** Parts that invoices are asked to take. */
function request(
  { data, at, statedAt }: ProjectedFact<PaymentFacts['PaymentReceived' | 'AllocationRequested']>,
  parts: readonly Omit<LaterAllocation, 'payerId'>[],
  changes: Changes,
): void {
  for (const { allocationId, invoiceId, customerId, number, amount, requestedOn } of parts) {
    changes.put(allocations, {
      id: allocationId,
      payment_id: data.paymentId,
      invoice_id: invoiceId,
      customer_id: customerId,
      number,
      currency: data.currency,
      requested: amount,
      status: 'pending',
      code: null,
      received_on: data.receivedOn,
      requested_on: requestedOn,
      applied_on: null,
      requested_at: at,
      requested_stated_at: statedAt,
      answered_at: null,
      answered_stated_at: null,
    });
  }
}
