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
  opening: 'outer',
  'written-off': 'outer',
  tolerance: 'outer',
  'early-payment-discount': 'outer',
  'bank-charge': 'outer',
  'withheld-tax': 'outer',
  'set-off': 'outer',
  'split-payment': 'outer',
  redenomination: 'outer',
  vat: 'outer',
} as const;

export type Account = keyof typeof ACCOUNTS;

/** How an invoice can be settled, each with the account on the other side. A new kind is one line here. */
export const SETTLEMENT_KINDS = {
  cash: 'unapplied',
  credit: 'credit',
  'write-off': 'written-off',
  tolerance: 'tolerance',
  'early-payment-discount': 'early-payment-discount',
  'bank-charge': 'bank-charge',
  'withheld-tax': 'withheld-tax',
  'set-off': 'set-off',
  'split-payment': 'split-payment',
  redenomination: 'redenomination',
  opening: 'opening',
} as const satisfies Record<string, Account>;

export type SettlementKind = keyof typeof SETTLEMENT_KINDS;

/** What a line of an account is about. */
export type KindOf<A extends Account> = A extends 'receivable' ? 'issued' | 'void' | SettlementKind : string;
