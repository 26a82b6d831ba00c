import type { Basis } from './buckets.js';

/**
 * Amounts of one currency, as texts with its decimals. Unapplied and pending money is positive, as received:
 * `open - unapplied - pending - credits = control`, and `balanced` says whether it is so.
 */
export interface Aged {
  currency: string;
  /** Invoices with something open, and how much, by bucket. */
  buckets: Record<string, { count: number; amount: string }>;
  open: string;
  /** The part of open that is past its due date: the agreed one, unless the basis is contractual. */
  overdue: string;
  /** The part of open whose agreed due date is not the contractual one. */
  extended: string;
  disputed: string;
  unapplied: string;
  pending: string;
  /** What is left of credit notes, positive; from aging/2 on. */
  credits?: string;
  /** Issued less received and credited, from documents and payments, without the lines that the other columns are summed from. */
  control: string;
  balanced: boolean;
}

/** A customer (its invoices, its unapplied money) or an owner; null: money of nobody known. */
export interface AgedRow extends Aged {
  key: string | null;
  name: string | null;
}

export interface AgingAnswer {
  asOf: string;
  knownAt: string;
  knownPosition: string;
  known: 'recorded' | 'stated';
  definition: string;
  basis: Basis;
  by: 'customer' | 'owner' | null;
  /** Where only one was asked for. */
  currency?: string;
  /** Where the rows were asked in another order than by key: `-open`. */
  sort?: string;
  currencies: Aged[];
  rows: AgedRow[];
  next: string | null;
}
