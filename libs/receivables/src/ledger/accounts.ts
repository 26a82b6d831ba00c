import { SETTLEMENT_KINDS, type SettlementKind } from './settlement.kinds.js';

type AccountOfKind = Exclude<(typeof SETTLEMENT_KINDS)[SettlementKind]['account'], 'unapplied' | 'credit'>;
/** What invoices are settled against, but for money and credit notes. */
const OF_KINDS = Object.fromEntries(
  Object.values(SETTLEMENT_KINDS)
    .filter(({ account }) => account !== 'unapplied' && account !== 'credit')
    .map(({ account }) => [account, 'outer']),
) as Readonly<Record<AccountOfKind, 'outer'>>;

/**
 * The accounts of the ledger. The inner ones are what customers owe and what of theirs we hold: their sum is the
 * control. The outer ones are what they balance against. Debit is positive.
 */
export const ACCOUNTS = {
  /** What is open, by invoice. */
  receivable: 'inner',
  /** Money received that settles nothing: zero or negative, but for a return. */
  unapplied: 'inner',
  /** Money asked for an invoice that has not answered yet: zero or negative, but for a return. */
  pending: 'inner',
  /** What is left of credit notes: zero or negative. */
  credit: 'inner',
  issued: 'outer',
  cash: 'outer',
  vat: 'outer',
  ...OF_KINDS,
} as const;

export type Account = keyof typeof ACCOUNTS;

/** What a line of an account is about. */
export type KindOf<A extends Account> = A extends 'receivable' ? 'issued' | 'void' | SettlementKind : string;
