import { contentHash } from '@quittance/reading';
import type { Because } from './because.js';

/** An invoice that something is open of, in the payment's currency. */
export interface Candidate {
  invoiceId: string;
  number: string;
  /** Who owes it. */
  customerId: string;
  open: string;
  /** Of an invoice in instalments: what is open of the earliest one; null: it is due in one. */
  instalment: string | null;
  /** Agreed due date. */
  dueOn: string;
}

/** What customers who are one owe. */
export interface Owed {
  /** Open invoices, oldest due first. */
  invoices: readonly Candidate[];
  /** There are more: only the oldest were looked at. */
  more: boolean;
  /** Those with exactly the amount open, also beyond the oldest. */
  exact: readonly Candidate[];
}

/** Whom money of the same account number was applied for before. */
export interface Before extends Owed {
  customerId: string;
  /** In so many of so many payments. */
  times: number;
  of: number;
}

/** What is free of a payment for one customer, and what it might settle. */
export interface Part {
  /** Whose it is; null: nobody known. */
  customerId: string | null;
  currency: string;
  free: string;
  /** Of that customer. */
  owed: Owed;
  /** Invoices whose numbers stand in the reference, with whether they are that customer's. */
  named: readonly (Candidate & { own: boolean })[];
  before: readonly Before[];
}

/** What a rule found in a part. */
export interface Found {
  allocations: readonly { of: Candidate; amount: string }[];
  /** Points of 100. */
  score: number;
  /** It takes all that is free, settles what it names, and nothing else fits as well by that rule. */
  exact: boolean;
  because: readonly Because[];
}

/** In the order in which they count where two have the same score. */
export const RULES = ['reference', 'amount', 'sum', 'account', 'oldest'] as const;
export type Rule = (typeof RULES)[number];

/** What could be done with the money: what a person accepts, or not. */
export interface Proposal {
  /** Hash of its allocations: the same for the same ones. */
  proposalId: string;
  rule: Rule;
  score: number;
  exact: boolean;
  because: readonly Because[];
  allocations: ProposedAllocation[];
}

export interface ProposedAllocation {
  invoiceId: string;
  number: string;
  /** Whose part of the money it takes; null: nobody's known. */
  customerId: string | null;
  amount: string;
  /** What is open of the invoice. */
  open: string;
  dueOn: string;
}

/** SHA-256 (hex) of the allocations, whatever their order. */
export const proposalIdOf = (allocations: readonly ProposedAllocation[]): string =>
  contentHash(
    allocations
      .map(({ invoiceId, amount, customerId }) => ({ invoiceId, amount, customerId }))
      .sort((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1)),
  );
