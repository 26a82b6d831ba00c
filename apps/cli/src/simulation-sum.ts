import { Money } from '@quittance/kernel';

interface Step {
  month: string;
  step: string;
  days: number;
  kind: string;
  tone: string | null;
  currency: string;
  count: number;
  amount: string;
}

interface Customer {
  customerId: string;
  currency: string;
  reminders: number;
  mails: number;
  escalations: number;
  alerts: number;
  collections: number;
  asked: string;
}

/** What would have gone out by a policy, as the API answers it. */
export interface Outcome {
  policyId: string | null;
  name: string | null;
  steps: Step[];
  customers: Customer[];
  skipped: { code: string; count: number }[];
  afterPayment: number;
  crossed: number;
}

/** A page of a simulation; of all pages together, without `next`. */
export interface Simulated {
  from: string;
  to: string;
  known: string;
  invoicesInRange: number;
  customers: number;
  invoices: number;
  simulated: Outcome;
  beside: Outcome;
}

/** Two pages as one: a customer is on one of them alone, a month and step may be on both. */
export function together(one: Simulated, other: Simulated): Simulated {
  return {
    ...one,
    customers: one.customers + other.customers,
    invoices: one.invoices + other.invoices,
    simulated: outcomes(one.simulated, other.simulated),
    beside: outcomes(one.beside, other.beside),
  };
}

function outcomes(one: Outcome, other: Outcome): Outcome {
  return {
    ...one,
    steps: added(one.steps, other.steps, keyOf, (a, b) => ({
      ...{ ...a, count: a.count + b.count },
      amount: Money.of(a.amount, a.currency).plus(Money.of(b.amount, a.currency)).toString(),
    })).sort(inOrder),
    customers: [...one.customers, ...other.customers],
    skipped: added(
      one.skipped,
      other.skipped,
      ({ code }) => code,
      (a, b) => ({ ...a, count: a.count + b.count }),
    ).sort((a, b) => (a.code < b.code ? -1 : 1)),
    afterPayment: one.afterPayment + other.afterPayment,
    crossed: one.crossed + other.crossed,
  };
}

const keyOf = ({ month, step, kind, tone, currency }: Step): string =>
  [month, step, kind, tone, currency].join(' ');

/** By month, then day of the ladder. */
const inOrder = (a: Step, b: Step): number =>
  a.month === b.month ? a.days - b.days || (keyOf(a) < keyOf(b) ? -1 : 1) : a.month < b.month ? -1 : 1;

function added<Row>(
  one: readonly Row[],
  other: readonly Row[],
  key: (row: Row) => string,
  plus: (a: Row, b: Row) => Row,
): Row[] {
  const rows = new Map(one.map((row) => [key(row), row]));
  for (const row of other) {
    const before = rows.get(key(row));
    rows.set(key(row), before ? plus(before, row) : row);
  }
  return [...rows.values()];
}
