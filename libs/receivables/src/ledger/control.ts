import type { Money } from '@quittance/kernel';

/** What a document, a receipt or a decision adds to what customers owe in all, or takes from it. */
export interface ControlAmount {
  /** Whose row it is in. */
  party: string | null;
  /** The invoice whose owner's row it is in; none: that of the customer's default owner. */
  invoice?: string;
  amount: Money;
  on: string;
}

/**
 * The other side of every report, said apart from the postings and without them, so that a wrong posting shows as a break.
 * `adds` reads documents, receipts and decisions, never an allocated amount. `moves` says whose row it is in from then
 * on: amounts that cancel on each day, so that totals need not look at them.
 */
export interface Control<Data> {
  readonly adds?: (data: Data) => ControlAmount[];
  readonly moves?: (data: Data) => ControlAmount[];
}

/** The fact changes nothing of it. */
export const noControl: Control<never> = {};

/** What a feature says of those of its facts that move money. */
export type ControlsOf<Facts, Declared extends { [Type in keyof Facts]: { moves: boolean } }> = {
  readonly [Type in keyof Facts as Declared[Type]['moves'] extends true ? Type : never]: Control<Facts[Type]>;
};

type Side = Pick<ControlAmount, 'party' | 'invoice'>;

/** What was received for one is from a day on received for another; nothing where both are the same row. */
export function moved(amount: Money, from: Side, to: Side, on: string): ControlAmount[] {
  if (amount.isZero || (from.party === to.party && from.invoice === to.invoice)) return [];
  return [
    { ...from, amount, on },
    { ...to, amount: amount.negated(), on },
  ];
}
