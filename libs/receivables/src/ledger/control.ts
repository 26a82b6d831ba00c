import { Money } from '@quittance/kernel';
import type { AsToday } from '../manifest/today.js';
import type { LegsOf } from './posted.js';
import type { Sum } from './sums.js';

/** What a document, a receipt or a decision adds to what customers owe in all, or takes from it. */
export interface ControlAmount {
  /** Whose row it is in. */
  party: string | null;
  /** The invoice whose owner's row it is in; none: that of the customer's default owner. */
  invoice?: string;
  /** Of the amount that makes an invoice: who follows it up at first. */
  owner?: string;
  amount: Money;
  on: string;
}

/** An amount of the control: where a fact states it. SQL and an auditor's verifier find it by that, without this program. */
export interface Added<Data> {
  /** The field that holds it, in the fact's `currency`; left out: nothing is added. It keeps its name and meaning in every shape of the fact. */
  readonly field: keyof Data & string;
  /** `-`: it takes from what customers owe. */
  readonly sign: '+' | '-';
  readonly to: (data: Data) => Omit<ControlAmount, 'amount'>;
  /** Of a document or receipt: what their number and their sum are called, and which legs come to that sum. */
  readonly document?: { readonly count: string; readonly sum: string; readonly legs: Sum };
}

/**
 * The other side of every report, said apart from the postings and without them, so that a wrong posting shows as a break.
 * `adds` reads documents, receipts and decisions, never an allocated amount. `moves` says whose row it is in from then
 * on: amounts that cancel on each day, so that totals need not look at them.
 */
export interface Control<Data> {
  readonly adds?: readonly Added<Data>[];
  readonly moves?: (data: Data) => ControlAmount[];
}

/** What a feature says of those of its facts that move money: one that is forgotten does not compile. */
export type ControlsOf<Facts, Declared extends { [Type in keyof Facts]: { moves: boolean } }> = {
  readonly [Type in keyof Facts as Declared[Type]['moves'] extends true ? Type : never]: Control<Facts[Type]>;
};

/** By type of fact, whatever their data are. */
export type AnyControls = Readonly<Record<string, Control<never>>>;

/** What facts move, and what they add to the control, whichever feature says it. */
export interface MoneyOfFacts {
  /** Of a fact in the shape of today. */
  legsOf: LegsOf;
  controls: AnyControls;
  asToday: AsToday;
}

/** What a fact adds to the control. */
export function addedBy(control: Control<never> | undefined, data: object): ControlAmount[] {
  const { adds = [] } = control ?? {};
  return adds.flatMap(({ field, sign, to }) => {
    const { currency, [field]: said } = data as Record<string, string>;
    if (said === undefined) return [];
    const amount = Money.of(said, currency!);
    return [{ ...to(data as never), amount: sign === '+' ? amount : amount.negated() }];
  });
}

/** Where facts of a type state an amount of the control. */
export interface Stated extends Omit<Added<never>, 'to'> {
  type: string;
}

export const statedBy = (controls: AnyControls): Stated[] =>
  Object.entries(controls).flatMap(([type, { adds = [] }]) =>
    adds.map(({ to: _, ...said }) => ({ type, ...said })),
  );

/** A document or receipt of which there are counts and sums. */
export type Documented = Required<Stated>;

export const documentsOf = (controls: AnyControls): Documented[] =>
  statedBy(controls).filter((one): one is Documented => one.document !== undefined);

type Side = Pick<ControlAmount, 'party' | 'invoice'>;

/** What was received for one is from a day on received for another; nothing where both are the same row. */
export function moved(amount: Money, from: Side, to: Side, on: string): ControlAmount[] {
  if (amount.isZero || (from.party === to.party && from.invoice === to.invoice)) return [];
  return [
    { ...from, amount, on },
    { ...to, amount: amount.negated(), on },
  ];
}
