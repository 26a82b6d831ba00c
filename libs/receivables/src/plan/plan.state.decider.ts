import { addDays, Money } from '@quittance/kernel';
import type { SeesIssue, SeesSettlement } from '../invoice/invoice.stream.js';
import { openOn, settledFrom } from '../invoice/invoice.stream.js';
import type { Instalment } from '../terms/instalments.terms.js';

export interface Plan {
  id: string;
  amount: string;
  instalments: readonly Instalment[];
  agreedOn: string;
  /** What had settled the invoice on that day before. */
  settledThatDay?: string;
  revokedOn?: string;
}

/** Plans of the invoice, as recorded. */
export type Plans = readonly Plan[];

type Sees = SeesIssue & SeesSettlement;

/**
 * From when the plan is broken, as known now: the day after the first on which less had been settled than was due by it, while
 * something was open. Only what counts from agreedOn on fills its parts. `undefined`: it is not broken by the day.
 */
export function brokenOn(plan: Plan, { issue, settlement }: Sees, by: string): string | undefined {
  const { currency } = issue!;
  const settled = settledFrom(settlement, plan.agreedOn, currency);
  const days = [...plan.instalments.map(({ dueOn }) => dueOn), ...settled.map(({ on }) => on)];
  const missed = [...new Set(days)].sort().find((day) => {
    if (day >= by) return false;
    const due = sumTo(
      day,
      plan.instalments.map(({ dueOn, amount }) => ({ on: dueOn, amount: Money.of(amount, currency) })),
      currency,
    );
    const paid = sumTo(day, settled, currency).minus(Money.of(plan.settledThatDay ?? '0', currency));
    return due.minus(paid).isPositive && openOn(settlement, currency, day).isPositive;
  });
  return missed && addDays(missed, 1);
}

const sumTo = (day: string, lines: readonly { on: string; amount: Money }[], currency: string): Money =>
  Money.sum(
    lines.filter(({ on }) => on <= day).map(({ amount }) => amount),
    currency,
  );

/** Whether its parts are agreed on a day. */
export const standsOn = (plan: Plan, state: Sees, day: string): boolean =>
  plan.agreedOn <= day &&
  (plan.revokedOn === undefined || day < plan.revokedOn) &&
  brokenOn(plan, state, day) === undefined;
