import { Money } from '@quittance/kernel';
import type { GroupRow } from '../group-row.js';
import { bucketsOf, type Definition } from './definition.js';

/** aging/2: with the column `credits`, what is left of credit notes, and `disputed` filled. */
export const AGING_2: Definition = {
  number: 2,
  sums: ['open', 'overdue', 'extended', 'disputed', 'unapplied', 'pending', 'credits', 'control', 'balanced'],
  knowsCredits: true,
  aged: (row: GroupRow, names) => {
    const money = (amount: string): Money => Money.of(amount, row.currency);
    const held = money(row.unapplied).plus(money(row.pending)).plus(money(row.credits));
    return {
      currency: row.currency,
      buckets: bucketsOf(row, names),
      open: money(row.open).toString(),
      overdue: money(row.overdue).toString(),
      extended: money(row.extended).toString(),
      disputed: money(row.disputed).toString(),
      unapplied: money(row.unapplied).toString(),
      pending: money(row.pending).toString(),
      credits: money(row.credits).toString(),
      control: money(row.control).toString(),
      balanced: money(row.open).minus(held).equals(money(row.control)),
    };
  },
};
