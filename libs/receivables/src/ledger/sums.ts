import { Money } from '@quittance/kernel';
import type { Cut } from '@quittance/reading';
import { type Account, ACCOUNTS } from './accounts.js';
import { LATER, MAKING } from './ledger.tables.js';
import type { Leg } from './legs.js';

/** A column of reports and lists, as a sum over legs. */
export interface Sum {
  account: Account;
  /** Only lines of this kind. */
  kind?: string;
  /** Of an account outside: only against inner lines of these kinds. */
  against?: readonly string[];
  /** A credit in the ledger, shown with its sign turned. */
  turned?: true;
}

/** What every figure is a sum of. */
export const SUMS = {
  open: { account: 'receivable' },
  paid: { account: 'receivable', kind: 'cash', turned: true },
  unapplied: { account: 'unapplied', turned: true },
  pending: { account: 'pending', turned: true },
  credits: { account: 'credit', turned: true },
} as const satisfies Record<string, Sum>;

/** Whether the leg is part of the sum. */
export const isOf = ({ account, kind }: Sum, leg: Pick<Leg, 'account' | 'kind'>): boolean =>
  leg.account === account && (kind === undefined || leg.kind === kind);

/** The sum with the legs, from what it was before. */
export function summed(sum: Sum, legs: readonly Leg[], before: Money): Money {
  let total = before;
  for (const leg of legs)
    if (isOf(sum, leg)) total = sum.turned ? total.minus(leg.amount) : total.plus(leg.amount);
  return total;
}

/** The same of rows of `ledger_lines`, in SQL; zero where there are none. */
export function summedSql(sum: Sum, alias: string): string {
  const moves = isInner(sum)
    ? `${alias}.amount`
    : `case ${alias}.account when '${sum.account}' then ${alias}.amount else -${alias}.amount end`;
  return `coalesce(${sum.turned ? '-' : ''}sum(${moves}) filter (where ${ofSql(sum, alias)}), 0)`;
}

/** What is open of an invoice at the cut. @param invoice its id, in SQL */
export const openAt = (cut: Cut, invoice: string): string => `(
  (select coalesce(sum(m.amount), 0) from live.invoices v join live.ledger_lines m on m.position = v.issued_at and m.${MAKING}
   where v.id = ${invoice} and ${cut.line('m')})
  + (select coalesce(sum(l.amount), 0) from live.ledger_lines l where ${LATER} and l.invoice_id = ${invoice} and ${cut.line('l')}))`;

/** Which rows are part of the sum: an account outside is where other lines stand against it, too. */
export function ofSql(sum: Sum, alias: string): string {
  const { account, kind, against } = sum;
  const own = `${alias}.account = '${account}'${kind === undefined ? '' : ` and ${alias}.kind = '${kind}'`}`;
  if (isInner(sum)) return own;
  const kinds = against && ` and ${alias}.kind in (${against.map((one) => `'${one}'`).join(', ')})`;
  return `(${own} or ${alias}.against = '${account}'${kinds ?? ''})`;
}

const isInner = ({ account }: Sum): boolean => ACCOUNTS[account] === 'inner';

type Amounts<Columns> = { [Column in keyof Columns]: string };

/** Amounts of a row as it stands (undefined: there was none), by column, with what the legs add to them. */
export function withLegs<Columns extends Record<string, Sum>>(
  row: NoInfer<Amounts<Columns>> | undefined,
  columns: Columns,
  legs: readonly Leg[],
  currency: string,
): Amounts<Columns> {
  const amounts = {} as Amounts<Columns>;
  for (const column of Object.keys(columns) as (keyof Columns)[]) {
    const before = row ? Money.of(row[column], currency) : Money.zero(currency);
    amounts[column] = summed(columns[column]!, legs, before).toString();
  }
  return amounts;
}

/** Legs by what they are about. */
export function legsAbout(legs: readonly Leg[], about: (leg: Leg) => string | undefined): Map<string, Leg[]> {
  const groups = new Map<string, Leg[]>();
  for (const leg of legs) {
    const key = about(leg);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(leg);
    else groups.set(key, [leg]);
  }
  return groups;
}
