// What the API answers to the question of the aging.

/** One currency's part of the report; amounts are texts with its exact decimals. */
export interface Amounts {
  currency: string;
  buckets: { [name: string]: { count: number; amount: string } };
  open: string;
  overdue: string;
  /** Of which under an extension. */
  extended: string;
  disputed: string;
  unapplied: string;
  pending: string;
  /** What is left of credit notes; from aging/2 on. */
  credits?: string;
  control?: string;
  balanced?: boolean;
}

/** The columns beside the buckets; `credits` is not one of aging/1. */
export const sumsOf = (
  amounts: Amounts,
): ('open' | 'overdue' | 'extended' | 'disputed' | 'unapplied' | 'pending' | 'credits')[] =>
  (['open', 'overdue', 'extended', 'disputed', 'unapplied', 'pending', 'credits'] as const).filter(
    (name) => amounts[name] !== undefined,
  );

export interface Aging {
  asOf: string;
  knownAt: string;
  knownPosition: string;
  known: string;
  definition: string;
  basis: string;
  by?: string | null;
  sort?: string;
  currencies: Amounts[];
  /** A null key: money of nobody known. */
  rows: (Amounts & { key: string | null; name: string | null })[];
  next: string | null;
}
