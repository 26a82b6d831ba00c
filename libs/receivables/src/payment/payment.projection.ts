import { Money } from '@quittance/kernel';
import { type Changes, ignore, type ProjectedFact, type Projection } from '@quittance/read-model';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { legsBy, moneyTypes } from '../ledger/posted.js';
import { isOf, legsAbout, withLegs } from '../ledger/sums.js';
import type { DerivedProjection } from '../manifest/feature.js';
import { accountForm } from './account-form.js';
import type { LaterAllocation, PaymentFacts } from './payment.events.js';
import { erasable } from '../personal.js';
import { allocationIdOf } from '../streams.js';
import { PAYMENT_SUMS } from './payment.sums.js';
import {
  type AllocationRow,
  allocations,
  paymentMoves,
  type PaymentMoveRow,
  payments,
} from './payment.tables.js';

/** Payment history: each payment as it stands now, and what became of each part of it. */
export const paymentProjection: DerivedProjection = {
  name: 'payments',
  comment: 'Payments and their allocations as they stand now',
  tables: [payments, allocations, paymentMoves],
  streams: ['payment'],
  derivedFrom: 'money',
  from: ({ postings }): Projection<PaymentFacts & InvoiceFacts & ErasureFacts>['on'] => {
    const legsOf = legsBy(postings);
    /** Whatever fact moves money of a payment, by its legs. */
    const moved = (fact: ProjectedFact<object>, changes: Changes): void => {
      if (!('paymentId' in fact.data)) return; // it is about no payment
      const ofPayments = legsOf(fact).filter((leg) =>
        Object.values(PAYMENT_SUMS).some((sum) => isOf(sum, leg)),
      );
      for (const [paymentId, legs] of legsAbout(ofPayments, ({ document }) => document))
        changes.change(payments, { id: paymentId }, (row) => {
          if (!row) throw new Error(`payment ${paymentId} was never received`);
          return { ...row, ...withLegs(row, PAYMENT_SUMS, legs, row.currency) };
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

    /** The invoice gave back what it was asked for. */
    const gaveBack = (fact: ProjectedFact<{ paymentId: string }>, changes: Changes): void => {
      moved(fact, changes);
      waiting(fact.data.paymentId, -1, changes);
    };
    /** Money went elsewhere. */
    const went = (
      fact: Gone,
      changes: Changes,
      row: Pick<PaymentMoveRow, 'id' | 'kind' | 'moved_on'> & Partial<PaymentMoveRow>,
    ): void => {
      moved(fact, changes);
      const { data, at, statedAt } = fact;
      changes.put(paymentMoves, {
        ...{ customer_id: null, from_customer_id: null, method: null, code: null, external_id: null },
        ...{ payment_id: data.paymentId, currency: data.currency, amount: data.amount, reference: null },
        ...{ reason: erasable(data.personal, 'reason'), issued_at: at, issued_stated_at: statedAt },
        ...{ reversed_on: null, ended_at: null, ended_stated_at: null },
        ...row,
      });
    };
    /** It came again. */
    const cameBack = (
      fact: ProjectedFact<{ paymentId: string; reversedOn: string }>,
      id: string,
      changes: Changes,
    ): void => {
      moved(fact, changes);
      const { at, statedAt, data } = fact;
      const back = { reversed_on: data.reversedOn, ended_at: at, ended_stated_at: statedAt };
      changes.change(paymentMoves, { id }, (row) => row && { ...row, ...back });
    };

    return {
      ...Object.fromEntries(moneyTypes(postings).map((type) => [type, moved])),
      PaymentReceived: (fact, changes) => {
        const { data, at, statedAt } = fact;
        const { paymentId, currency, opening } = data;
        const countsOn = opening?.on ?? data.receivedOn;
        const account = erasable(data.personal, 'payerAccount');
        changes.put(payments, {
          id: paymentId,
          currency,
          received: Money.of(data.amount, currency).toString(),
          ...withLegs(undefined, PAYMENT_SUMS, legsOf(fact), currency),
          received_on: data.receivedOn,
          counts_on: countsOn,
          method: data.method ?? null,
          reference: erasable(data.personal, 'reference'),
          payer_account: account === null ? null : accountForm(account),
          payer_id: data.payerId ?? null,
          customer_id: data.customerId,
          first_customer_id: data.customerId,
          identified_at: null,
          identified_stated_at: null,
          source: data.source ?? null,
          external_id: data.externalId ?? null,
          unanswered: data.allocations.length,
          received_at: at,
          received_stated_at: statedAt,
        });
        const parts = data.allocations.map((part) => ({
          ...{ ...part, allocationId: allocationIdOf(paymentId, part.invoiceId), requestedOn: countsOn },
        }));
        request(fact, parts, countsOn, changes);
      },
      AllocationRequested: (fact, changes) => {
        moved(fact, changes);
        waiting(fact.data.paymentId, fact.data.allocations.length, changes);
        request(fact, fact.data.allocations, fact.data.receivedOn, changes);
      },
      AllocationAnswered: ignore('the invoice has said it before'),
      AllocationUndoRequested: (fact, changes) =>
        waiting(fact.data.paymentId, fact.data.undos.length, changes),
      AllocationUndone: ignore('the invoice has said it before'),
      ApplicationUndone: gaveBack,
      ApplicationReturned: gaveBack,
      PaymentRefunded: (fact, changes) => {
        const { refundId, customerId, refundedOn, method = null, from } = fact.data;
        const reference = erasable(fact.data.personal, 'reference');
        waiting(fact.data.paymentId, from.length, changes);
        went(fact, changes, {
          ...{
            id: refundId,
            kind: 'refund',
            customer_id: customerId,
            moved_on: refundedOn,
            method,
            reference,
          },
        });
      },
      PaymentReturned: (fact, changes) => {
        const { returnId, customerId, returnedOn, code, externalId = null, from } = fact.data;
        waiting(fact.data.paymentId, from.length, changes);
        went(fact, changes, {
          ...{ id: returnId, kind: 'return', customer_id: customerId, moved_on: returnedOn, code },
          external_id: externalId,
        });
      },
      UnappliedTransferred: (fact, changes) => {
        const { transferId, customerId, fromCustomerId, transferredOn } = fact.data;
        went(fact, changes, {
          ...{ id: transferId, kind: 'transfer', customer_id: customerId, moved_on: transferredOn },
          from_customer_id: fromCustomerId,
        });
      },
      RefundReversed: (fact, changes) => cameBack(fact, fact.data.refundId, changes),
      ReturnReversed: (fact, changes) => {
        const { data } = fact;
        cameBack(fact, data.returnId, changes);
        waiting(data.paymentId, data.allocations.length, changes);
        request(fact, data.allocations, data.reversedOn, changes);
      },
      PayerIdentified: (fact, changes) => {
        moved(fact, changes);
        const { paymentId: id, customerId } = fact.data;
        const known = { identified_at: fact.at, identified_stated_at: fact.statedAt };
        changes.change(
          payments,
          { id },
          (row) => row && { ...row, ...known, payer_id: customerId, customer_id: customerId },
        );
      },
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

type Gone = ProjectedFact<PaymentFacts['PaymentRefunded' | 'PaymentReturned' | 'UnappliedTransferred']>;

/** So many invoices more, or fewer, have not answered. */
function waiting(id: string, more: number, changes: Changes): void {
  changes.change(payments, { id }, (row) => row && { ...row, unanswered: row.unanswered + more });
}

/** Parts that invoices are asked to take. */
function request(
  {
    data,
    at,
    statedAt,
  }: ProjectedFact<PaymentFacts['PaymentReceived' | 'AllocationRequested' | 'ReturnReversed']>,
  parts: readonly Omit<LaterAllocation, 'payerId'>[],
  receivedOn: string,
  changes: Changes,
): void {
  for (const { allocationId, invoiceId, customerId, number, amount, instalment, requestedOn } of parts) {
    changes.put(allocations, {
      id: allocationId,
      payment_id: data.paymentId,
      invoice_id: invoiceId,
      customer_id: customerId,
      number,
      currency: data.currency,
      requested: amount,
      instalment: instalment ?? null,
      status: 'pending',
      code: null,
      received_on: receivedOn,
      requested_on: requestedOn,
      applied_on: null,
      requested_at: at,
      requested_stated_at: statedAt,
      answered_at: null,
      answered_stated_at: null,
    });
  }
}
