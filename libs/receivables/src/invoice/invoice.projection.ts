import { type Changes, ignore, type ProjectedFact, type Projection } from '@quittance/read-model';
import { legsBy, moneyTypes } from '../ledger/posted.js';
import { legsAbout, SUMS, withLegs } from '../ledger/sums.js';
import type { DerivedProjection } from '../manifest/feature.js';
import { byDocument, type Marking } from '../document/document.references.js';
import type { InvoiceFacts } from './invoice.events.js';
import type { PlanFacts } from '../plan/plan.events.js';
import { erasable } from '../personal.js';
import { type InvoiceRow, invoices } from './invoice.tables.js';

/** Amounts of an invoice as it stands. */
const AMOUNTS = { paid: SUMS.paid, open: SUMS.open };

/** Invoices as they stand now. */
export const invoiceProjection: DerivedProjection = {
  name: 'invoices',
  comment: 'Invoices as they stand now',
  tables: [invoices],
  streams: ['invoice'],
  derivedFrom: 'money',
  from: ({ postings }): Projection<InvoiceFacts & Pick<PlanFacts, 'PlanAgreed'>>['on'] => {
    const legsOf = legsBy(postings);
    /** Whatever fact settles an invoice, by its legs. */
    const settled = (fact: ProjectedFact, changes: Changes): void => {
      const ofInvoices = legsOf(fact).filter(({ account }) => account === 'receivable');
      for (const [invoiceId, legs] of legsAbout(ofInvoices, ({ invoice }) => invoice))
        change(invoiceId, changes, (row) => ({
          ...withLegs(row, AMOUNTS, legs, row.currency),
          uneven: row.uneven || legs.some(({ instalment }) => instalment !== undefined),
        }));
    };
    return {
      ...Object.fromEntries(moneyTypes(postings).map((type) => [type, settled])),
      InvoiceIssued: (fact, changes) => {
        const { data, at, statedAt } = fact;
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
          ...withLegs(undefined, AMOUNTS, legsOf(fact), data.currency),
          owner_id: data.ownerId,
          issued_at: at,
          issued_stated_at: statedAt,
          lines: data.lines ?? null,
          work: data.work ?? null,
          terms: data.terms ?? null,
          over_limit: data.overLimit ?? null,
          notes: erasable(data.personal, 'notes'),
          approved_by: erasable(data.personal, 'approvedBy'),
          extended_on: null,
          assigned_on: null,
          opening_on: data.opening?.on ?? null,
          aged_apart: data.instalments !== undefined || data.opening !== undefined,
          uneven: false,
          sent_on: data.source || data.opening ? data.issuedOn : null,
          voided_on: null,
        });
      },
      ...byDocument((document, day) => (fact: ProjectedFact<Marking>, changes: Changes): void => {
        settled(fact, changes);
        const on = day(fact.data);
        const column = document === 'sent' ? 'sent_on' : 'voided_on';
        change(fact.data.invoiceId, changes, ({ [column]: before }) => ({
          [column]: before !== null && before < on ? before : on,
        }));
      }),
      // Recorded out of order: the last by (day it counts from, position) is in force.
      ExtensionGranted: (fact, changes) =>
        change(fact.data.invoiceId, changes, ({ extended_on }) => ({
          uneven: true,
          ...((extended_on === null || extended_on <= fact.data.grantedOn) && {
            agreed_due_on: fact.data.agreedDueOn,
            extended_on: fact.data.grantedOn,
          }),
        })),
      ExtensionRevoked: (fact, changes) =>
        change(fact.data.invoiceId, changes, () => ({
          agreed_due_on: fact.data.agreedDueOn,
          extended_on: fact.data.grantedOn ?? null,
        })),
      PlanAgreed: (fact, changes) =>
        change(fact.data.invoiceId, changes, () => ({ aged_apart: true, uneven: true })),
      OwnerAssigned: (fact, changes) =>
        change(fact.data.invoiceId, changes, ({ assigned_on }) =>
          assigned_on !== null && assigned_on > fact.data.assignedOn
            ? {}
            : { owner_id: fact.data.ownerId, assigned_on: fact.data.assignedOn },
        ),
      AllocationRefused: ignore('the invoice took nothing'),
    };
  },
};

function change(invoiceId: string, changes: Changes, to: (row: InvoiceRow) => Partial<InvoiceRow>): void {
  changes.change(invoices, { id: invoiceId }, (row) => {
    if (!row) throw new Error(`invoice ${invoiceId} was never issued`);
    return { ...row, ...to(row) };
  });
}
