import { Money } from '@quittance/kernel';
import { type Changes, ignore, type ProjectedFact, type Projection } from '@quittance/read-model';
import { changedTo } from '../changes.decider.js';
import type { CustomerFacts } from '../customer/customer.events.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import { byDocument, type Marking } from '../document/document.references.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import type { PersonFacts } from '../person/person.events.js';
import { erasable } from '../personal.js';
import {
  documentLines,
  dueDateLines,
  instalmentLines,
  ownerLines,
  partyLines,
  revocationLines,
} from './receivable.tables.js';

/** The lines that reports age and group by, on both axes (docs/receivables.md). Rows are added, never changed. */
export const receivableProjection: Projection<InvoiceFacts & CustomerFacts & PersonFacts & ErasureFacts> = {
  name: 'receivables',
  comment: 'Two-axis lines of due dates, instalments, owners, documents and names',
  tables: [dueDateLines, revocationLines, instalmentLines, ownerLines, documentLines, partyLines],
  streams: ['invoice', 'customer', 'person'],
  on: {
    // Its owner, and its due date where it has one, stand on the line that opens it in the ledger. What was taken over was sent elsewhere.
    InvoiceIssued: (fact, changes) => {
      const { invoiceId: invoice_id, issuedOn, source, opening, instalments = [] } = fact.data;
      const effective_on = opening?.on ?? issuedOn;
      if (source || opening)
        changes.put(documentLines, { invoice_id, document: 'sent', effective_on: issuedOn, ...known(fact) });
      let before = Money.of('0', fact.data.currency);
      instalments.forEach(({ dueOn: due_on, amount }, i) => {
        changes.put(instalmentLines, {
          invoice_id,
          number: i + 1,
          due_on,
          amount,
          previous_due_on: instalments[i - 1]?.dueOn ?? null,
          before: before.toString(),
          effective_on,
          ...known(fact),
        });
        before = before.plus(Money.of(amount, before.currency));
      });
    },
    PaymentApplied: ignore('an amount: in the ledger'),
    AllocationRefused: ignore('an amount: in the ledger'),
    ApplicationUndone: ignore('an amount: in the ledger'),
    ApplicationReturned: ignore('an amount: in the ledger'),
    PersonSeen: ignore('says no name'),
    PersonalDataErased: ignore('the projector itself empties names'),
    ExtensionGranted: (fact, changes) =>
      changes.put(dueDateLines, {
        extension_id: fact.data.extensionId,
        invoice_id: fact.data.invoiceId,
        instalment: fact.data.instalment ?? null,
        due_on: fact.data.agreedDueOn,
        effective_on: fact.data.grantedOn,
        ...known(fact),
      }),
    ExtensionRevoked: (fact, changes) =>
      changes.put(revocationLines, {
        extension_id: fact.data.extensionId,
        invoice_id: fact.data.invoiceId,
        effective_on: fact.data.revokedOn,
        ...known(fact),
      }),
    OwnerAssigned: (fact, changes) =>
      changes.put(ownerLines, {
        invoice_id: fact.data.invoiceId,
        owner_id: fact.data.ownerId,
        effective_on: fact.data.assignedOn,
        hand_over_id: fact.data.back ? null : (fact.data.handOverId ?? null),
        ...known(fact),
      }),
    ...byDocument(
      (document, day) =>
        (fact: ProjectedFact<Marking>, changes: Changes): void =>
          changes.put(documentLines, {
            invoice_id: fact.data.invoiceId,
            document,
            effective_on: day(fact.data),
            ...known(fact),
          }),
    ),
    CustomerRegistered: (fact, changes) =>
      changes.put(partyLines, {
        party: 'customer',
        party_id: fact.data.customerId,
        name: erasable(fact.data.personal, 'name'),
        owner_id: fact.data.ownerId ?? null,
        ...{ says_owner: true, effective_on: null },
        ...known(fact),
      }),
    CustomerChanged: (fact, changes) => {
      const to = changedTo(fact.data);
      if (!('name' in to || 'ownerId' in to)) return;
      changes.put(partyLines, {
        party: 'customer',
        party_id: fact.data.customerId,
        name: erasable(fact.data.personal, 'name'),
        owner_id: (to.ownerId as string | undefined) ?? null,
        ...{ says_owner: 'ownerId' in to, effective_on: fact.data.changedOn },
        ...known(fact),
      });
    },
    PersonRegistered: (fact, changes) =>
      changes.put(partyLines, {
        party: 'person',
        party_id: fact.data.personId,
        name: erasable(fact.data.personal, 'name'),
        ...{ owner_id: null, says_owner: false, effective_on: null },
        ...known(fact),
      }),
    PersonChanged: (fact, changes) => {
      if (!fact.data.sealed.includes('name')) return;
      changes.put(partyLines, {
        party: 'person',
        party_id: fact.data.personId,
        name: erasable(fact.data.personal, 'name'),
        ...{ owner_id: null, says_owner: false, effective_on: null },
        ...known(fact),
      });
    },
  },
};

const known = ({ at, statedAt }: { at: bigint; statedAt: Date }): { position: bigint; stated_at: Date } => ({
  position: at,
  stated_at: statedAt,
});
