import { whole } from '@quittance/reading';

/** Of what settles an invoice, or is meant to: shown where one was named. */
export const NAMED_PART = whole('The one that was named, which it fills first; left out: none was', 2);

/** A row whose `instalment` is null names none, and shows none. */
export const named = <Row extends object>(row: Row): Row => {
  const { instalment, ...rest } = row as Row & { instalment?: number | null };
  return (instalment == null ? rest : row) as Row;
};
