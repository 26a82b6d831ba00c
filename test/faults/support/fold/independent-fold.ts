import { allocationRows, invoiceRows, paymentRows } from './current.js';
import { controlMoveRows, controlRows, dueDateRows, ledgerRows, ownerRows, partyRows } from './lines.js';
import { chaseRows, customerRows, personRows, reminderRows } from './parties.js';
import type { PlainFact } from './plain-fact.js';
import type { FoldedRow, FoldedTables } from './rows.js';

type Rows = (facts: readonly PlainFact[]) => Map<string, FoldedRow>;

/** Which projection makes which table, and how the fold makes it. It shares no code with any of them. */
const TABLES: Record<string, Record<string, Rows>> = {
  customers: { customers: customerRows },
  people: { people: personRows },
  invoices: { invoices: invoiceRows },
  payments: { payments: paymentRows, payment_allocations: allocationRows },
  ledger: { ledger_lines: ledgerRows },
  receivables: { due_date_lines: dueDateRows, owner_lines: ownerRows, party_lines: partyRows },
  control: { control_lines: controlRows, control_moves: controlMoveRows },
  audit: { audit_trail: auditRows },
  chases: { chases: chaseRows, reminders: reminderRows },
  // The workload raises no dispute and issues no credit note: a fact of one is a type that the fold was not taught.
  disputes: { disputes: none, dispute_lines: none },
  'credit-notes': { credit_notes: none, credit_applications: none, credit_refunds: none },
};

function none(): Map<string, FoldedRow> {
  return new Map();
}

/** Types that the fold knows. One that it does not know has to be taught to it, or the comparison means nothing. */
const TYPES = new Set([
  ...['CustomerRegistered', 'PersonSeen', 'PersonRegistered', 'InvoiceIssued', 'ExtensionGranted'],
  ...['OwnerAssigned', 'PaymentReceived', 'PaymentApplied', 'AllocationRefused', 'ReminderPlanned'],
  ...['ReminderSkipped', 'InvoiceEscalated', 'LogHeadRecorded', 'PersonalDataErased', 'StreamsReleased'],
  'MacBegun',
]);

/** Facts of a stream that a projection leaves out, from a revision on. */
export interface LeftOut {
  projection: string;
  stream: string;
  revision: bigint;
}

/**
 * All tables from all facts, folded separately from the deciders, the projections and the read model.
 * @throws Error when the facts contradict each other, or for a type that it was not taught
 */
export function foldTables(facts: readonly PlainFact[], leftOut: readonly LeftOut[] = []): FoldedTables {
  for (const { type, at } of facts) {
    if (!TYPES.has(type)) throw new Error(`the independent fold was not taught ${type} (position ${at})`);
  }
  const tables: FoldedTables = new Map();
  for (const [projection, makes] of Object.entries(TABLES)) {
    const parked = new Map(
      leftOut.filter((held) => held.projection === projection).map((held) => [held.stream, held.revision]),
    );
    const counted = parked.size
      ? facts.filter(({ stream, revision }) => revision < (parked.get(stream) ?? Infinity))
      : facts;
    for (const [table, rows] of Object.entries(makes)) tables.set(table, rows(counted));
  }
  return tables;
}

const ERASED_OR_RELEASED = new Set(['PersonalDataErased', 'StreamsReleased']);

/** Who, when and about what; the words of a sentence are not the fold's. */
function auditRows(facts: readonly PlainFact[]): Map<string, FoldedRow> {
  return new Map(
    facts.map((fact) => {
      const { at, said, type } = fact;
      const hasReason = type === 'ExtensionGranted' || type === 'OwnerAssigned';
      return [
        String(at),
        {
          ...{ position: at, recorded_at: fact.recordedAt, effective_on: fact.effectiveOn, type },
          ...{ stream: fact.stream, revision: fact.revision, actor: fact.actor },
          ...{ invoice_id: said.invoiceId, payment_id: said.paymentId, customer_id: said.customerId },
          reason: hasReason
            ? fact.personal('reason')
            : ERASED_OR_RELEASED.has(type)
              ? (said.reason ?? null)
              : null,
        },
      ];
    }),
  );
}
