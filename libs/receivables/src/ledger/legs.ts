import type { Money } from '@quittance/kernel';
import type { Account, KindOf } from './accounts.js';
import { SETTLEMENT_KINDS, type SettlementKind } from './settlement.kinds.js';

/** What a leg is about: whose it is, from which day it counts, and what it came from. */
interface About {
  /** The business date it counts from. */
  on: string;
  /** The customer; null: nobody known. */
  party: string | null;
  invoice?: string;
  /** The instalment that was named, 1 to n. */
  instalment?: number;
  /** Of the settlement line, reversible by an undo that names it. */
  settlement?: string;
  /** The payment or credit note that the money came with. */
  document?: string;
  /** On the leg that makes a receivable: what it is aged by, and who follows it up at first. */
  opens?: { dueOn: string; ownerId: string };
}

/** One side of a movement of money. Debit is positive, credit negative. */
export interface Leg extends About {
  account: Account;
  kind: string;
  amount: Money;
}

export const leg = <A extends Account>(account: A, kind: KindOf<A>, amount: Money, about: About): Leg => ({
  account,
  kind,
  amount,
  ...about,
});

/** An invoice settled by an amount of a kind, and the account on the other side. Negative: reversed. */
export function settling(
  kind: SettlementKind,
  amount: Money,
  about: About,
  other: Partial<About> & { kind?: string } = {},
): Leg[] {
  const { kind: said = 'applied', ...there } = other;
  const { invoice: _invoice, instalment: _instalment, settlement: _settlement, ...from } = about;
  return [
    leg('receivable', kind, amount.negated(), about),
    leg(SETTLEMENT_KINDS[kind].account, said, amount, { ...from, ...there }),
  ];
}

/** The legs of a fact that moves money: they sum to zero per currency and effective date. */
export interface Postings<Data> {
  readonly moves: true;
  readonly legs: (data: Data) => Leg[];
}

/** A fact that moves no money. */
export interface NoMoney {
  readonly moves: false;
}

export const postings = <Data>(legs: (data: Data) => Leg[]): Postings<Data> => ({ moves: true, legs });

export const noMoney: NoMoney = { moves: false };

/** What a feature says of all its facts: one that is forgotten does not compile. */
export type PostingsOf<Facts> = { readonly [Type in keyof Facts]: Postings<Facts[Type]> | NoMoney };

/** By type of fact, whatever their data are. */
export type AnyPostings = Readonly<Record<string, Postings<never> | NoMoney>>;
