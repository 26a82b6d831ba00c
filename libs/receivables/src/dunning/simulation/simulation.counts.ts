import { type FactOf, Money } from '@quittance/kernel';
import { daysIn } from '../days.kinds.js';
import type { DunningFacts } from '../dunning.events.js';

/** What became of a step that a run decides, but for what it leaves out. */
export const SIMULATED_KINDS = ['reminder', 'escalation', 'alert', 'collection'] as const;
type Kind = (typeof SIMULATED_KINDS)[number];

/** Steps of a month that came by one key, tone and currency. */
export interface StepCounted {
  /** `2026-03`. */
  month: string;
  step: string;
  /** From the agreed due date. */
  days: number;
  kind: Kind;
  /** Of a reminder. */
  tone: string | null;
  currency: string;
  count: number;
  /** What the reminders asked for; of other steps, what was open. */
  amount: string;
}

/** What came to a customer in a currency. */
export interface CustomerCounted {
  customerId: string;
  currency: string;
  reminders: number;
  /** Mails: one a day, language and tone, or one an invoice, as the policy says. */
  mails: number;
  escalations: number;
  alerts: number;
  collections: number;
  /** What the reminders asked for. */
  asked: string;
}

/** What held steps up, and how often: a step counts once a reason. */
export interface SkippedCounted {
  code: string;
  count: number;
}

/** What would have gone out by a policy. */
export interface Outcome {
  steps: StepCounted[];
  customers: CustomerCounted[];
  skipped: SkippedCounted[];
  /** Reminders that were decided though nothing was open by what was known on the day: a fault. */
  afterPayment: number;
  /** Reminders that crossed with the money: it had come by its date, and became known later. */
  crossed: number;
}

type Counts = { [Type in keyof DunningFacts]?: [kind: Kind, of: keyof CustomerCounted] };
const COUNTED: Counts = {
  ReminderPlanned: ['reminder', 'reminders'],
  InvoiceEscalated: ['escalation', 'escalations'],
  OwnerAlerted: ['alert', 'alerts'],
  CollectionProposed: ['collection', 'collections'],
};

/** Adds up what a simulation decides. Memory: one row a month, step, tone and currency, and one a customer and currency. */
export class SimulationCounts {
  private readonly steps = new Map<string, Omit<StepCounted, 'amount'> & { amount: Money }>();
  private readonly customers = new Map<string, Omit<CustomerCounted, 'asked'> & { asked: Money }>();
  private readonly skipped = new Map<string, number>();
  /** Mails of the customer whose invoices are looked at, by currency: another customer has others. */
  private mails = new Set<string>();
  private of?: string;
  afterPayment = 0;
  crossed = 0;

  /** @param month of the day on which it was decided */
  add({ type, data }: FactOf<DunningFacts>, month: string): void {
    if (type === 'ReminderSkipped')
      return void this.skipped.set(data.code, (this.skipped.get(data.code) ?? 0) + 1);
    const [kind, of] = COUNTED[type] ?? [];
    if (!kind || !of || !('currency' in data)) return;
    const { step, currency, customerId, days = daysIn(step) ?? 0 } = data;
    const said = type === 'ReminderPlanned' ? data : undefined;
    const amount = Money.of(said?.asked ?? data.open, currency);
    const tone = said?.tone ?? null;
    const key = JSON.stringify([month, step, kind, tone, currency]);
    const before = this.steps.get(key) ?? {
      ...{ month, step, days, kind, tone, currency, count: 0, amount: Money.zero(currency) },
    };
    this.steps.set(key, { ...before, count: before.count + 1, amount: before.amount.plus(amount) });
    const whose = JSON.stringify([customerId, currency]);
    const row = this.customers.get(whose) ?? {
      ...{ customerId, currency, reminders: 0, mails: 0, escalations: 0, alerts: 0, collections: 0 },
      asked: Money.zero(currency),
    };
    this.customers.set(whose, {
      ...{ ...row, [of]: (row[of] as number) + 1 },
      ...(said && { asked: row.asked.plus(amount), mails: row.mails + this.newMail(customerId, said) }),
    });
  }

  /** 1 where nothing of the customer was in that mail yet. */
  private newMail(customerId: string, { mailId = '' }: { mailId?: string }): 0 | 1 {
    if (this.of !== customerId) this.mails = new Set();
    this.of = customerId;
    if (this.mails.has(mailId)) return 0;
    this.mails.add(mailId);
    return 1;
  }

  /** In order: months and steps, customers, codes. */
  outcome(): Outcome {
    const by =
      <Row>(key: (row: Row) => string) =>
      (one: Row, other: Row) =>
        key(one) < key(other) ? -1 : 1;
    const rest = by<StepCounted>(({ step, tone, currency }) => [step, tone, currency].join(' '));
    return {
      steps: [...this.steps.values()]
        .map(({ amount, ...row }) => ({ ...row, amount: amount.toString() }))
        .sort((one, other) =>
          one.month === other.month
            ? one.days - other.days || rest(one, other)
            : one.month < other.month
              ? -1
              : 1,
        ),
      customers: [...this.customers.values()]
        .map(({ asked, ...row }) => ({ ...row, asked: asked.toString() }))
        .sort(by(({ customerId, currency }) => `${customerId} ${currency}`)),
      skipped: [...this.skipped].map(([code, count]) => ({ code, count })).sort(by(({ code }) => code)),
      ...{ afterPayment: this.afterPayment, crossed: this.crossed },
    };
  }
}
