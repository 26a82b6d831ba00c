/** A row of the answer; `rank` 0 is a currency's total, 1 a customer's or owner's. */
export interface GroupRow {
  rank: number;
  key: string | null;
  name: string | null;
  currency: string;
  counts: number[];
  amounts: string[];
  open: string;
  overdue: string;
  extended: string;
  unapplied: string;
  pending: string;
  /** What is left of credit notes. */
  credits: string;
  /** Of open. */
  disputed: string;
  control: string;
}
