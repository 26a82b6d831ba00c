import type { Changes, ProjectedFact, Projection } from '@quittance/read-model';
import { chases } from './chase.tables.js';
import type { DunningFacts } from './dunning.events.js';
import { isFinal } from './final.kinds.js';
import { type ReminderRow, reminders } from './reminder.tables.js';

/** Keeps every step as it was decided, and by part and agreed due date which are done: a run looks only at invoices that have one to come. */
export const chaseProjection: Projection<DunningFacts> = {
  name: 'chases',
  comment: 'How far each invoice has been chased, and by which steps',
  tables: [chases, reminders],
  streams: ['dunning'],
  on: {
    ReminderPlanned: (fact, changes) => {
      const { plannedOn, open, asked = open, ...data } = fact.data;
      decided(fact, changes, 'planned', plannedOn, {
        ...owed(data),
        open,
        asked,
        mail_id: data.mailId ?? null,
      });
    },
    ReminderSkipped: (fact, changes) => {
      const { skippedOn, code, mailId } = fact.data;
      decided(fact, changes, 'skipped', skippedOn, { code, mail_id: mailId ?? null });
    },
    ReminderSent: (fact, changes) => {
      const { sentOn, mailId } = fact.data;
      decided(fact, changes, 'sent', sentOn, { mail_id: mailId });
    },
    ReminderRefused: (fact, changes) => {
      const { refusedOn, mailId } = fact.data;
      decided(fact, changes, 'refused', refusedOn, { mail_id: mailId });
    },
    ReminderBounced: (fact, changes) => {
      const { bouncedOn, mailId, code } = fact.data;
      decided(fact, changes, 'bounced', bouncedOn, { mail_id: mailId, code });
    },
    InvoiceEscalated: (fact, changes) => {
      const { escalatedOn, escalatedTo, escalatedAs, ...data } = fact.data;
      decided(fact, changes, 'escalated', escalatedOn, {
        ...{ ...owed(data), open: data.open, escalated_to: escalatedTo, escalated_as: escalatedAs ?? null },
      });
    },
    OwnerAlerted: (fact, changes) =>
      decided(fact, changes, 'alerted', fact.data.alertedOn, { ...owed(fact.data), open: fact.data.open }),
    CollectionProposed: (fact, changes) =>
      decided(fact, changes, 'proposed', fact.data.proposedOn, { ...owed(fact.data), open: fact.data.open }),
  },
};

type Step = ProjectedFact<DunningFacts[keyof DunningFacts]>;

const owed = ({ currency, ownerId }: { currency: string; ownerId: string }): Partial<ReminderRow> => ({
  currency,
  owner_id: ownerId,
});

function decided(
  { data: step, at, statedAt }: Step,
  changes: Changes,
  status: ReminderRow['status'],
  on: string,
  decision: Partial<ReminderRow>,
): void {
  const { invoiceId: invoice_id, agreedDueOn: agreed_due_on, part = 1 } = step;
  changes.put(reminders, {
    ...{ id: step.stepId, invoice_id, number: step.number, customer_id: step.customerId, part },
    ...{ step: step.step, agreed_due_on, position: at, stated_at: statedAt, status, decided_on: on },
    ...{ currency: null, open: null, asked: null, owner_id: null, code: null, mail_id: null },
    ...{ escalated_to: null, escalated_as: null, policy_id: step.policyId ?? null },
    ...decision,
  });
  changes.change(chases, { invoice_id, part }, (row) => ({
    ...{ invoice_id, part, agreed_due_on, position: at },
    done: {
      ...(row?.agreed_due_on === agreed_due_on && row.done),
      ...(isFinal(status, decision.code) && { [step.step]: true as const }),
    },
  }));
}
