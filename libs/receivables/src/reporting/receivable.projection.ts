import { Money } from '@quittance/kernel';
import type { Changes, ProjectedFact, Projection } from '@quittance/read-model';
import type { CustomerFacts } from '../customer/customer.events.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import type { PaymentFacts } from '../payment/payment.events.js';
import type { PersonFacts } from '../person/person.events.js';
import { erasable } from '../personal.js';
import {
  type CashLine,
  cashLines,
  dueDateLines,
  ownerLines,
  partyLines,
  receivableItems,
  settlementLines,
} from './receivable.tables.js';

/** The lines that reports sum and cut on both axes (docs/receivables.md). Rows are added, never changed. */
export const receivableProjection: Projection<InvoiceFacts & PaymentFacts & CustomerFacts & PersonFacts> = {
  name: 'receivables',
  comment: 'Two-axis lines of amounts, due dates, owners, names and unapplied money',
  tables: [receivableItems, settlementLines, dueDateLines, ownerLines, cashLines, partyLines],
  on: {
    InvoiceIssued: (fact, changes) =>
      changes.put(receivableItems, {
        invoice_id: fact.data.invoiceId,
        number: fact.data.number,
        customer_id: fact.data.customerId,
        owner_id: fact.data.ownerId,
        currency: fact.data.currency,
        total: fact.data.total,
        issued_on: fact.data.issuedOn,
        due_on: fact.data.dueOn,
        ...known(fact),
      }),
    ExtensionGranted: (fact, changes) =>
      changes.put(dueDateLines, {
        invoice_id: fact.data.invoiceId,
        due_on: fact.data.agreedDueOn,
        effective_on: fact.data.grantedOn,
        ...known(fact),
      }),
    OwnerAssigned: (fact, changes) =>
      changes.put(ownerLines, {
        invoice_id: fact.data.invoiceId,
        owner_id: fact.data.ownerId,
        effective_on: fact.data.assignedOn,
        ...known(fact),
      }),
    PaymentReceived: (fact, changes) => {
      const { amount, currency, customerId, receivedOn, allocations } = fact.data;
      const cash = cashOf(fact, changes);
      let free = Money.of(amount, currency);
      for (const allocation of allocations) {
        const requested = Money.of(allocation.amount, currency);
        free = free.minus(requested);
        cash('pending', allocation.customerId, requested, receivedOn);
      }
      cash('unapplied', customerId, free, receivedOn);
    },
    PaymentApplied: (fact, changes) => {
      const { invoiceId, paymentId, customerId, payerId, currency, receivedOn, appliedOn } = fact.data;
      const requested = Money.of(fact.data.requested, currency);
      const applied = Money.of(fact.data.applied, currency);
      const cash = cashOf(fact, changes);
      changes.put(settlementLines, {
        invoice_id: invoiceId,
        payment_id: paymentId,
        kind: 'cash',
        amount: fact.data.applied,
        effective_on: appliedOn,
        ...known(fact),
      });
      cash('pending', customerId, requested.negated(), receivedOn);
      cash('unapplied', payerId, requested.minus(applied), receivedOn);
      // Paid before it was issued: until the invoice counts, the money settles nothing.
      if (appliedOn > receivedOn) {
        cash('unapplied', payerId, applied, receivedOn);
        cash('unapplied', payerId, applied.negated(), appliedOn);
      }
    },
    AllocationRefused: (fact, changes) => {
      const { customerId, payerId, currency, receivedOn } = fact.data;
      const requested = Money.of(fact.data.requested, currency);
      const cash = cashOf(fact, changes);
      cash('pending', customerId, requested.negated(), receivedOn);
      cash('unapplied', payerId, requested, receivedOn);
    },
    CustomerRegistered: (fact, changes) =>
      changes.put(partyLines, {
        party: 'customer',
        party_id: fact.data.customerId,
        name: erasable(fact.data.personal, 'name'),
        owner_id: fact.data.ownerId ?? null,
        ...known(fact),
      }),
    PersonRegistered: (fact, changes) =>
      changes.put(partyLines, {
        party: 'person',
        party_id: fact.data.personId,
        name: erasable(fact.data.personal, 'name'),
        owner_id: null,
        ...known(fact),
      }),
  },
};

const known = ({ at, statedAt }: { at: bigint; statedAt: Date }): { position: bigint; stated_at: Date } => ({
  position: at,
  stated_at: statedAt,
});

/** Adds lines of cash of one fact, numbered; nothing moved is no line. */
function cashOf(
  fact: ProjectedFact<{ paymentId: string; currency: string }>,
  changes: Changes,
): (kind: CashLine['kind'], customerId: string | null, amount: Money, effectiveOn: string) => void {
  let line = 0;
  return (kind, customerId, amount, effectiveOn) => {
    if (amount.isZero) return;
    line += 1;
    changes.put(cashLines, {
      line,
      payment_id: fact.data.paymentId,
      customer_id: customerId,
      kind,
      currency: fact.data.currency,
      amount: amount.toString(),
      effective_on: effectiveOn,
      ...known(fact),
    });
  };
}
