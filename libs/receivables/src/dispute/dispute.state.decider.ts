import { type Hold, Money } from '@quittance/kernel';
import type { SeesIssue, SeesSettlement } from '../invoice/invoice.stream.js';

/** One dispute, as known now. Amounts are texts with exactly the currency's decimals. */
export interface Dispute {
  id: string;
  on: string;
  amount: string;
  resolved?: { on: string; outcome: string; amount?: string; creditNoteId?: string };
}

/** Disputes of an invoice, as recorded. */
export type Disputes = readonly Dispute[];

/** In force on a day: from the day they count from until the day before they were resolved. */
const inForce = (disputes: Disputes, day: string): Disputes =>
  disputes.filter(({ on, resolved }) => on <= day && (!resolved || resolved.on > day));

const sumOf = (disputes: Disputes, currency: string): Money =>
  disputes.reduce((sum, { amount }) => sum.plus(Money.of(amount, currency)), Money.zero(currency));

/** The most that is disputed at once on any day from `day` on, as known now. It rises only where one begins. */
export function mostDisputed(disputes: Disputes, currency: string, day: string): Money {
  const days = [day, ...disputes.map(({ on }) => on).filter((on) => on > day)];
  return days
    .map((each) => sumOf(inForce(disputes, each), currency))
    .reduce((most, sum) => (sum.compare(most) > 0 ? sum : most));
}

/** What was upheld already on the ground of a credit note's applications. */
export const upheldBy = (disputes: Disputes, creditNoteId: string, currency: string): Money =>
  disputes.reduce(
    (sum, { resolved }) =>
      resolved?.amount !== undefined && resolved.creditNoteId === creditNoteId
        ? sum.plus(Money.of(resolved.amount, currency))
        : sum,
    Money.zero(currency),
  );

/** What disputes hold up on a day: in all no more than is open, for money fills the undisputed part first. */
export function heldUp(disputes: Disputes, day: string, stream: SeesIssue & SeesSettlement): Hold[] {
  const { issue, settlement } = stream;
  if (!issue) return [];
  let left = Money.of(settlement.open, issue.currency);
  return inForce(disputes, day).flatMap(({ id, on, amount }) => {
    const held = left.min(Money.of(amount, issue.currency));
    left = left.minus(held);
    return held.isPositive ? [{ kind: 'disputed', id, since: on, amount: held.toString() }] : [];
  });
}
