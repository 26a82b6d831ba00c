import { Money } from '@quittance/kernel';
import type { Aged } from '../aging.answer.js';
import type { GroupRow } from '../group-row.js';

/** How one number of the aging says its sums. A definition is frozen once it was released: another rule is another number. */
export interface Definition {
  number: number;
  /** Columns beside the buckets, in CSV's order. */
  sums: readonly (keyof Aged)[];
  /** False: it is refused where a credit note, an instalment or a dispute is in the cut. */
  knowsCredits: boolean;
  aged: (row: GroupRow, names: readonly string[]) => Aged;
}

export const bucketsOf = (row: GroupRow, names: readonly string[]): Aged['buckets'] =>
  Object.fromEntries(
    names.map((name, i) => [
      name,
      { count: row.counts[i] ?? 0, amount: Money.of(row.amounts[i] ?? '0', row.currency).toString() },
    ]),
  );
