import { type Decider, type FactOf, factsOf, notInFuture } from '@quittance/kernel';
import { type CustomerState, customerOn } from '../customer/customer.stream.js';
import { type Invoice, ownerOn } from '../invoice/invoice.stream.js';
import type { PolicyInForce, Tone } from '../policy/policy.stream.js';
import {
  approvalOf,
  type Chase,
  type Chased,
  decisionsOn,
  type StepDecided,
  type StepState,
} from './chase.decider.js';
import type { ChaseInvoice, RecordStep } from './dunning.commands.js';
import { daysIn } from './days.kinds.js';
import type { DunningFacts, StepNamed } from './dunning.events.js';
import { type PaymentHabit, toneOf } from './habit.kinds.js';

interface DunningCommands {
  ChaseInvoice: ChaseInvoice;
  RecordStep: RecordStep;
}

/** Whom an escalation goes to, and as what. */
interface Told {
  escalatedTo: string | null;
  escalatedAs?: 'manager' | 'lead' | 'admin';
}

export interface DunningReferences {
  ChaseInvoice: {
    /** `undefined`: there is no such invoice. */
    invoice: Invoice | undefined;
    customers?: readonly CustomerState[];
    policy: PolicyInForce;
    bounced?: boolean;
    unconfirmed?: boolean;
    idOf: Chased['idOf'];
    /** By whom the step asks for: the owner's manager or lead first. */
    told: (to: 'manager' | 'lead' | undefined) => Told;
    /** Of the mail that a step goes into. */
    mailIdOf: (of: { on: string; language: string; tone: Tone; template?: string; stepId: string }) => string;
    /** How the customer paid: read where a step of the policy names no tone. */
    habit?: PaymentHabit;
  };
}

const fact = factsOf<DunningFacts>();

/**
 * The chase of one invoice. Each step is done once for an agreed due date, whatever runs how often; of several that
 * fell due only the highest is done, the others are overtaken.
 */
export const dunningDecider: Decider<DunningCommands, Chase, DunningFacts, DunningReferences> = {
  category: 'dunning',
  initial: new Map<string, StepState>(),

  decide: {
    ChaseInvoice({ on, holding }, done, { today, id, references }) {
      notInFuture(on, today, '/on');
      const { invoice, customers = [], policy, bounced, unconfirmed, idOf } = references;
      if (!invoice) return [];
      const chased = { invoice, customers, policy, holding, bounced, unconfirmed, idOf };
      return decisionsOn(on, chased, done).map((one) => factOf(one, id, on, references));
    },

    RecordStep(command, done, { today }) {
      const { stepId, outcome, mailId, messageId = '', code = outcome, permanent = false, on } = command;
      notInFuture(on, today, '/on');
      const state = done.get(stepId);
      if (state?.status !== (outcome === 'bounced' ? 'sent' : 'planned')) return [];
      const { named } = state;
      switch (outcome) {
        case 'sent':
          return [fact('ReminderSent', { ...named, mailId, messageId, sentOn: on })];
        case 'skipped':
          return [fact('ReminderSkipped', { ...named, mailId, skippedOn: on, code })];
        case 'refused':
          return [fact('ReminderRefused', { ...named, mailId, refusedOn: on })];
        case 'bounced':
          return [fact('ReminderBounced', { ...named, mailId, code, permanent, bouncedOn: on })];
      }
    },
  },

  evolve: {
    ReminderPlanned: (done, { plannedOn: on, mailId, ...fact }) =>
      marked(done, fact, { status: 'planned', on, mailId }),
    ReminderSkipped: (done, { skippedOn: on, code, held, mailId, ...fact }) =>
      marked(done, fact, { status: 'skipped', on, code, held, mailId }),
    ReminderSent: (done, { sentOn: on, mailId, ...fact }) =>
      marked(done, fact, { status: 'sent', on, mailId }),
    ReminderRefused: (done, { refusedOn: on, mailId, ...fact }) =>
      marked(done, fact, { status: 'refused', on, mailId }),
    ReminderBounced: (done, { bouncedOn: on, mailId, code, ...fact }) =>
      marked(done, fact, { status: 'bounced', on, code, mailId }),
    InvoiceEscalated: (done, { escalatedOn: on, ...fact }) => marked(done, fact, { status: 'escalated', on }),
    OwnerAlerted: (done, { alertedOn: on, ...fact }) => marked(done, fact, { status: 'alerted', on }),
    CollectionProposed: (done, { proposedOn: on, ...fact }) => marked(done, fact, { status: 'proposed', on }),
  },
};

const marked = (done: Chase, fact: StepNamed, state: Omit<StepState, 'named'>): Chase =>
  new Map(done).set(fact.stepId, { ...state, named: namedBy(fact) });

function namedBy(fact: StepNamed): StepNamed {
  const { invoiceId, number, customerId, stepId, step, days, agreedDueOn, part, policyId, policyVersion } =
    fact;
  return { invoiceId, number, customerId, stepId, step, days, agreedDueOn, part, policyId, policyVersion };
}

function factOf(
  { rung: { step, stepId }, of, skipped }: StepDecided,
  invoiceId: string,
  on: string,
  { invoice, customers = [], policy, told, mailIdOf, habit }: DunningReferences['ChaseInvoice'],
): FactOf<DunningFacts> {
  const { number, customerId, currency } = invoice!.issue!;
  const { part, free, asked, onAccount } = of;
  const named: StepNamed = {
    ...{ invoiceId, number, customerId, stepId, step: step.key, agreedDueOn: part.agreedDueOn },
    ...(daysIn(step.key) !== step.days && { days: step.days }),
    ...(part.number > 1 && { part: part.number }),
    ...{ policyId: policy.policyId, policyVersion: policy.version },
  };
  if (skipped) return fact('ReminderSkipped', { ...named, skippedOn: on, ...skipped });
  const owed = { ...named, currency, open: free.toString(), ownerId: ownerOn(invoice!) };
  switch (step.kind) {
    case 'escalate':
      return fact('InvoiceEscalated', { ...owed, escalatedOn: on, ...told(step.to) });
    case 'alert':
      return fact('OwnerAlerted', { ...owed, alertedOn: on });
    case 'propose-collection':
      return fact('CollectionProposed', { ...owed, proposedOn: on });
    case 'remind': {
      const customer = customers[0]?.customer;
      const language = (customer && customerOn(customer, on).language) ?? 'en';
      const byHabit = step.tone === undefined ? habit : undefined;
      const { template } = step;
      const tone = toneOf(step, habit);
      return fact('ReminderPlanned', {
        ...{ ...owed, plannedOn: on, template, tone, approval: approvalOf(step, customers, on), language },
        ...{ mailId: mailIdOf({ on, language, tone, template, stepId }), asked: asked.toString() },
        ...(onAccount.isPositive && { onAccount: onAccount.toString() }),
        ...(byHabit && { habit: byHabit }),
      });
    }
  }
}
