import { Money } from '@quittance/kernel';
import type { Changes, ProjectedFact, Projection } from '@quittance/read-model';
import type { InvoiceFacts } from './invoice.events.js';
import { erasable } from '../personal.js';
import { type InvoiceRow, invoices } from './invoice.tables.js';

/** Invoices as they stand now. */
export const invoiceProjection: Projection<InvoiceFacts> = {
  name: 'invoices',
  comment: 'Invoices as they stand now',
  tables: [invoices],
  on: {
    InvoiceIssued: ({ data, revision, at }, changes) =>
      changes.put(invoices, {
        id: data.invoiceId,
        number: data.number,
        customer_id: data.customerId,
        issued_on: data.issuedOn,
        due_on: data.dueOn,
        agreed_due_on: data.dueOn,
        currency: data.currency,
        total: data.total,
        net: data.net ?? null,
        vat: data.vat ?? null,
        paid: Money.zero(data.currency).toString(),
        open: data.total,
        owner_id: data.ownerId,
        lines: data.lines ?? null,
        work: data.work ?? null,
        terms: data.terms ?? null,
        notes: erasable(data.personal, 'notes'),
        approved_by: erasable(data.personal, 'approvedBy'),
        revision,
        position: at,
        extended_on: null,
        assigned_on: null,
      }),
    // Recorded out of order: the last by (day it counts from, position) is in force.
    ExtensionGranted: (fact, changes) =>
      change(fact, changes, ({ extended_on }) =>
        extended_on !== null && extended_on > fact.data.grantedOn
          ? {}
          : { agreed_due_on: fact.data.agreedDueOn, extended_on: fact.data.grantedOn },
      ),
    OwnerAssigned: (fact, changes) =>
      change(fact, changes, ({ assigned_on }) =>
        assigned_on !== null && assigned_on > fact.data.assignedOn
          ? {}
          : { owner_id: fact.data.ownerId, assigned_on: fact.data.assignedOn },
      ),
    PaymentApplied: (fact, changes) =>
      change(fact, changes, ({ paid, open, currency }) => {
        const applied = Money.of(fact.data.applied, fact.data.currency);
        return {
          paid: Money.of(paid, currency).plus(applied).toString(),
          open: Money.of(open, currency).minus(applied).toString(),
        };
      }),
    AllocationRefused: (fact, changes) => change(fact, changes, () => ({})),
  },
};

function change(
  { data, revision, at }: ProjectedFact<{ invoiceId: string }>,
  changes: Changes,
  to: (row: InvoiceRow) => Partial<InvoiceRow>,
): void {
  changes.change(invoices, { id: data.invoiceId }, (row) => {
    if (!row) throw new Error(`invoice ${data.invoiceId} was never issued`);
    return { ...row, ...to(row), revision, position: at };
  });
}
