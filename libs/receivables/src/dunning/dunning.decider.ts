import { addDays, type Decider, type FactOf, factsOf, holdsOf, Money, notInFuture } from '@quittance/kernel';
import type { CustomerState } from '../customer/customer.stream.js';
import { agreedDueDate, type Invoice, isSettled, ownerOn, partsOf } from '../invoice/invoice.stream.js';
import type { ChaseInvoice } from './dunning.commands.js';
import type { DunningFacts } from './dunning.events.js';

/** Steps of a chase, by days from the agreed due date. The last one is the escalation. */
export const STEPS = [
  { step: 'due-3', days: -3 },
  { step: 'due+3', days: 3 },
  { step: 'due+7', days: 7 },
  { step: 'due+14', days: 14 },
  { step: 'due+30', days: 30 },
] as const;

export type StepKey = (typeof STEPS)[number]['step'];

/** Ids of the steps that were planned, skipped or escalated. */
export type Chase = ReadonlySet<string>;

interface DunningCommands {
  ChaseInvoice: ChaseInvoice;
}

export interface DunningReferences {
  ChaseInvoice: {
    /** `undefined`: there is no such invoice. */
    invoice: Invoice | undefined;
    /** Whose invoice it is, and all who are one with them by merges, with what holds up all that they owe. */
    customers?: readonly CustomerState[];
    /** The id of each step at the agreed due date as known now. */
    stepIds: Readonly<Record<StepKey, string>>;
    /** The owner's manager, else their lead. */
    escalatedTo: string | null;
  };
}

const fact = factsOf<DunningFacts>();

/**
 * The chase of one invoice. Each step is done once for an agreed due date, whatever runs how often; of several that
 * fell due only the highest is done, the others are overtaken.
 */
export const dunningDecider: Decider<DunningCommands, Chase, DunningFacts, DunningReferences> = {
  category: 'dunning',
  initial: new Set<string>(),

  decide: {
    ChaseInvoice({ on }, done, { today, id, references: { invoice, customers = [], stepIds, escalatedTo } }) {
      notInFuture(on, today, '/on');
      // Paid is paid: also when the run is for a day before the money came.
      if (!invoice?.issue || invoice.issue.issuedOn > on || isSettled(invoice)) return [];
      const { number, customerId, currency } = invoice.issue;
      const agreedDueOn = agreedDueDate(invoice);
      const open = toBeChased(invoice, customers, { on, by: on > agreedDueOn ? on : agreedDueOn });
      if (!open.isPositive) return [];
      const { takenOverOn = '' } = invoice.issue;
      const dayOf = (days: number): string => addDays(agreedDueOn, days);
      // What lay before an invoice was taken over was for others to do.
      const reached = STEPS.filter(({ days }) => dayOf(days) <= on && dayOf(days) >= takenOverOn);
      const highest = reached.at(-1);
      // Nobody is reminded of a due date to come once it has passed.
      if (!highest || (highest.days < 0 && on > agreedDueOn)) return [];
      return reached
        .filter(({ step }) => !done.has(stepIds[step]))
        .map(({ step }): FactOf<DunningFacts> => {
          const base = { invoiceId: id, number, customerId, stepId: stepIds[step], step, agreedDueOn };
          if (step !== highest.step) {
            return fact('ReminderSkipped', { ...base, skippedOn: on, code: 'superseded' });
          }
          const owed = { ...base, currency, open: open.toString(), ownerId: ownerOn(invoice) };
          return step === 'due+30'
            ? fact('InvoiceEscalated', { ...owed, escalatedOn: on, escalatedTo })
            : fact('ReminderPlanned', { ...owed, plannedOn: on });
        });
    },
  },

  evolve: {
    ReminderPlanned: (done, { stepId }) => new Set(done).add(stepId),
    ReminderSkipped: (done, { stepId }) => new Set(done).add(stepId),
    InvoiceEscalated: (done, { stepId }) => new Set(done).add(stepId),
  },
};

/**
 * What is open less what is held up on the day, by whatever exception: nobody is reminded of that. Of an invoice in instalments,
 * no more than what is due by the day is asked for.
 */
function toBeChased(
  invoice: Invoice,
  customers: readonly CustomerState[],
  { on, by }: { on: string; by: string },
): Money {
  const { currency } = invoice.issue!;
  const open = Money.of(invoice.settlement.open, currency);
  const held = [invoice, ...customers].flatMap((state) => holdsOf(state, on));
  const free = held.reduce(
    (left, { amount }) => left.minus(amount === undefined ? open : Money.of(amount, currency)),
    open,
  );
  const due = partsOf(invoice).filter(({ agreedDueOn }) => agreedDueOn <= by);
  return free.min(
    Money.sum(
      due.map((part) => part.open),
      currency,
    ),
  );
}
