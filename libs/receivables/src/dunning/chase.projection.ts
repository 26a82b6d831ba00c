import type { Changes, Projection } from '@quittance/read-model';
import type { ReceivablesFacts } from '../facts.js';
import { chases } from './chase.tables.js';

/** `due+14` is 14 days after the agreed due date, `due-3` three days before it. */
export const daysOf = (step: string): number => Number.parseInt(step.replace('due', ''), 10);

/** Keeps the highest step done per agreed due date, so that a run looks only at invoices that have one to come. */
export const chaseProjection: Projection<ReceivablesFacts> = {
  name: 'chases',
  comment: 'How far each invoice has been chased',
  tables: [chases] as never,
  on: {
    ReminderPlanned: (fact, changes) => reached(fact.data, changes),
    ReminderSkipped: (fact, changes) => reached(fact.data, changes),
    InvoiceEscalated: (fact, changes) => reached(fact.data, changes),
  },
};

function reached(step: { invoiceId: string; step: string; agreedDueOn: string }, changes: Changes): void {
  const days = daysOf(step.step);
  changes.change(chases, { invoice_id: step.invoiceId }, (row) =>
    row?.agreed_due_on === step.agreedDueOn && row.reached >= days
      ? row
      : { invoice_id: step.invoiceId, agreed_due_on: step.agreedDueOn, reached: days },
  );
}
