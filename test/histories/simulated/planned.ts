import { Decimal } from 'decimal.js';
import type { LedgerLine } from '../../../libs/receivables/src/ledger/ledger.tables.js';
import type { PlanRow } from '../../../libs/receivables/src/plan/plan.tables.js';

// Plans worked out by hand, without SQL: which one holds on a day, and what is open of its parts.

/** What is open, and when it is agreed to be due. */
export interface PlannedPart {
  open: Decimal;
  due: string;
  isExtended: boolean;
}

type Known = PlanRow & { over: string | null };
type Parts = { dueOn: string; amount: string }[];

const sum = (amounts: readonly (string | Decimal)[]): Decimal =>
  amounts.reduce<Decimal>((total, amount) => total.plus(amount), new Decimal(0));

/** What settles the invoice and pays parts of the plan: it counts from its day on, and was not there before. */
const paying = ({ agreed_on, issued_at }: Known, lines: readonly LedgerLine[]): LedgerLine[] =>
  lines.filter(
    ({ due_on, effective_on: on, position }) =>
      due_on === null && (on > agreed_on || (on === agreed_on && position > issued_at)),
  );

/** The last that holds on the day. @param lines of the receivable, by that day as known */
export function planOf(
  plans: readonly Known[],
  lines: readonly LedgerLine[],
  asOf: string,
): Known | undefined {
  const holds = (plan: Known): boolean =>
    (plan.over === null || asOf < plan.over) && !isBroken(plan, lines, asOf);
  return [...plans]
    .filter(holds)
    .sort((a, b) =>
      a.agreed_on === b.agreed_on ? Number(a.issued_at - b.issued_at) : a.agreed_on < b.agreed_on ? -1 : 1,
    )
    .at(-1);
}

/** On a day before, less had been paid than was due by then, while something was open. */
function isBroken(plan: Known, lines: readonly LedgerLine[], asOf: string): boolean {
  const paid = paying(plan, lines);
  const parts = plan.instalments as Parts;
  const days = [...parts.map(({ dueOn }) => dueOn), ...paid.map((line) => line.effective_on)];
  return days
    .filter((day) => day < asOf)
    .some((day) => {
      const due = sum(parts.filter(({ dueOn }) => dueOn <= day).map(({ amount }) => amount));
      const came = sum(paid.filter((line) => line.effective_on <= day).map(({ amount }) => amount)).negated();
      const paidOrBefore = (line: LedgerLine): boolean => line.effective_on <= day || !paid.includes(line);
      return came.lessThan(due) && sum(lines.filter(paidOrBefore).map(({ amount }) => amount)).greaterThan(0);
    });
}

/** What pays the plan fills its parts in order; what is open beyond them is as late as the invoice. */
export function plannedParts(plan: Known, item: LedgerLine, lines: readonly LedgerLine[]): PlannedPart[] {
  const open = sum(lines.map(({ amount }) => amount));
  const paid = sum(paying(plan, lines).map(({ amount }) => amount)).negated();
  let pool = Decimal.max(paid, new Decimal(plan.amount).minus(open));
  const parts = (plan.instalments as Parts).map(({ dueOn, amount }) => {
    const filled = Decimal.max(0, Decimal.min(pool, amount));
    pool = pool.minus(filled);
    return { open: new Decimal(amount).minus(filled), due: dueOn, isExtended: true };
  });
  const beyond = open.minus(sum(parts.map((part) => part.open)));
  return [...parts, { open: beyond, due: item.due_on!, isExtended: false }];
}
