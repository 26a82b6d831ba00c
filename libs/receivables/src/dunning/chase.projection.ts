import type { Changes, ProjectedFact, Projection } from '@quittance/read-model';
import { chases } from './chase.tables.js';
import type { DunningFacts } from './dunning.events.js';
import { type ReminderRow, reminders } from './reminder.tables.js';

/** `due+14` is 14 days after the agreed due date, `due-3` three days before it. */
export const daysOf = (step: string): number => Number.parseInt(step.replace('due', ''), 10);

/** Keeps every step, and the highest one done per agreed due date, so that a run looks only at invoices that have one to come. */
export const chaseProjection: Projection<DunningFacts> = {
  name: 'chases',
  comment: 'How far each invoice has been chased, and by which steps',
  tables: [chases, reminders],
  streams: ['dunning'],
  on: {
    ReminderPlanned: (fact, changes) => {
      const { plannedOn, currency, open, ownerId } = fact.data;
      decided(fact, changes, { status: 'planned', decided_on: plannedOn, currency, open, owner_id: ownerId });
    },
    ReminderSkipped: (fact, changes) => {
      const { skippedOn, code } = fact.data;
      decided(fact, changes, { status: 'skipped', decided_on: skippedOn, code });
    },
    InvoiceEscalated: (fact, changes) => {
      const { escalatedOn, currency, open, ownerId, escalatedTo } = fact.data;
      decided(fact, changes, {
        ...{ status: 'escalated', decided_on: escalatedOn, currency, open },
        ...{ owner_id: ownerId, escalated_to: escalatedTo },
      });
    },
  },
};

type Step = ProjectedFact<DunningFacts[keyof DunningFacts]>;
type Decision = Pick<ReminderRow, 'status' | 'decided_on'> & Partial<ReminderRow>;

function decided({ data: step, at, statedAt }: Step, changes: Changes, decision: Decision): void {
  changes.put(reminders, {
    ...{ id: step.stepId, invoice_id: step.invoiceId, number: step.number, customer_id: step.customerId },
    ...{ step: step.step, agreed_due_on: step.agreedDueOn, position: at, stated_at: statedAt },
    ...{ currency: null, open: null, owner_id: null, code: null, escalated_to: null },
    ...decision,
  });
  const days = daysOf(step.step);
  changes.change(chases, { invoice_id: step.invoiceId }, (row) =>
    row?.agreed_due_on === step.agreedDueOn && row.reached >= days
      ? row
      : { invoice_id: step.invoiceId, agreed_due_on: step.agreedDueOn, reached: days },
  );
}
