import { Money } from '@quittance/kernel';
import type { GroupRow } from '../group-row.js';
import { bucketsOf, type Definition } from './definition.js';

/** aging/1, frozen: it knows no credit note, no instalment and no dispute, and is refused where there is one. */
export const AGING_1: Definition = {
  number: 1,
  sums: ['open', 'overdue', 'extended', 'disputed', 'unapplied', 'pending', 'control', 'balanced'],
  knowsCredits: false,
  aged: (row: GroupRow, names) => {
    const money = (amount: string): Money => Money.of(amount, row.currency);
    const [open, unapplied, pending, control] = [
      money(row.open),
      money(row.unapplied),
      money(row.pending),
      money(row.control),
    ];
    return {
      currency: row.currency,
      buckets: bucketsOf(row, names),
      open: open.toString(),
      overdue: money(row.overdue).toString(),
      extended: money(row.extended).toString(),
      disputed: Money.zero(row.currency).toString(),
      unapplied: unapplied.toString(),
      pending: pending.toString(),
      control: control.toString(),
      balanced: open.minus(unapplied).minus(pending).equals(control),
    };
  },
};
