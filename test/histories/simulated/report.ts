import { Decimal } from 'decimal.js';
import { type LedgerLine, ledgerLines } from '../../../libs/receivables/src/ledger/ledger.tables.js';
import { type ControlLine, controlLines } from '../../../libs/receivables/src/reporting/control.tables.js';
import {
  dueDateLines,
  type DueDateLine,
  type InstalmentLine,
  instalmentLines,
  type RevocationLine,
  revocationLines,
} from '../../../libs/receivables/src/reporting/receivable.tables.js';
import { plans, type PlanRow } from '../../../libs/receivables/src/plan/plan.tables.js';
import { planOf, type PlannedPart, plannedParts } from './planned.js';
import type { Tables } from './tables.js';

export const BUCKETS = ['not_due', '1-30', '31-60', '61-90', '90+'] as const;

/** What the aging report says of one currency; amounts as shortest decimals. */
export interface Aged {
  buckets: Record<string, { count: number; amount: string }>;
  open: string;
  overdue: string;
  extended: string;
  unapplied: string;
  pending: string;
  credits: string;
  control: string;
}

const sum = (amounts: readonly (string | Decimal)[]): Decimal =>
  amounts.reduce<Decimal>((total, amount) => total.plus(amount), new Decimal(0));

/**
 * The aging report worked out from the lines by hand, without SQL: at a business date, as known at a position.
 * A currency in which nothing ever moved is left out.
 */
export function agingOf(tables: Tables, asOf: string, at: bigint): Record<string, Aged> {
  const known = <Line extends { position: bigint }>(lines: Line[], on: (line: Line) => string): Line[] =>
    lines.filter((line) => line.position <= at && on(line) <= asOf);
  const effective = ({ effective_on }: { effective_on: string }) => effective_on;
  const lines = known(tables.rows<LedgerLine>(ledgerLines), effective);
  const receivable = lines.filter(({ account }) => account === 'receivable');
  const items = receivable.filter(({ due_on }) => due_on !== null);
  const revoked = new Set(
    known(tables.rows<RevocationLine>(revocationLines), effective).map(({ extension_id }) => extension_id),
  );
  const due = known(tables.rows<DueDateLine>(dueDateLines), effective).filter(
    ({ extension_id }) => !revoked.has(extension_id),
  );
  const control = known(tables.rows<ControlLine>(controlLines), effective);
  const agreedPlans = tables
    .rows<PlanRow>(plans)
    .filter(({ issued_at, agreed_on }) => issued_at <= at && agreed_on <= asOf)
    .map((plan) => ({
      ...plan,
      over: plan.ended_at !== null && plan.ended_at <= at ? plan.revoked_on : null,
    }));
  const schedules = tables.rows<InstalmentLine>(instalmentLines);
  const aged = items.flatMap((item) => {
    const mine = <Line extends { invoice_id: string | null }>(of: Line[]) =>
      of.filter(({ invoice_id }) => invoice_id === item.invoice_id);
    const moved = mine(receivable);
    const plan = planOf(mine(agreedPlans), moved, asOf);
    if (plan) return plannedParts(plan, item, moved).map((part) => agedAt(part, item, asOf));
    const parts = partsOf(item, mine(schedules), moved);
    const extensions = mine(due).sort((a, b) =>
      a.effective_on === b.effective_on
        ? Number(a.position - b.position)
        : a.effective_on < b.effective_on
          ? -1
          : 1,
    );
    return parts.map(({ number, dueOn, open }) => {
      const due = agreedOf(extensions, number, dueOn);
      return agedAt({ open, due, isExtended: due !== dueOn }, item, asOf);
    });
  });
  const currencies = [...new Set([...lines, ...control].map(({ currency }) => currency))].sort();
  return Object.fromEntries(
    currencies.map((currency): [string, Aged] => {
      const mine = aged.filter((item) => item.currency === currency && !item.open.isZero());
      const total = (which: typeof mine): string => sum(which.map(({ open }) => open)).toFixed();
      const kept = (account: LedgerLine['account']): string =>
        sum(
          lines
            .filter((line) => line.currency === currency && line.account === account)
            .map((line) => line.amount),
        )
          .negated()
          .toFixed();
      const buckets = BUCKETS.map((name) => {
        const inIt = mine.filter(({ bucket }) => bucket === name);
        const invoices = new Set(inIt.map(({ invoice }) => invoice));
        return [name, { count: invoices.size, amount: total(inIt) }] as const;
      });
      return [
        currency,
        {
          buckets: Object.fromEntries(buckets),
          open: total(mine),
          overdue: total(mine.filter(({ late }) => late > 0)),
          extended: total(mine.filter(({ isExtended }) => isExtended)),
          unapplied: kept('unapplied'),
          pending: kept('pending'),
          credits: kept('credit'),
          control: sum(control.filter((c) => c.currency === currency).map((c) => c.amount)).toFixed(),
        },
      ];
    }),
  );
}

/** A part of an invoice with a due date of its own; null: the invoice, which is due in one. */
interface Part {
  number: number | null;
  dueOn: string;
  open: Decimal;
}

/** What settles an invoice fills the instalment that it names; all else fills them in order. */
function partsOf(item: LedgerLine, schedule: InstalmentLine[], moved: LedgerLine[]): Part[] {
  if (schedule.length === 0)
    return [{ number: null, dueOn: item.due_on!, open: sum(moved.map(({ amount }) => amount)) }];
  const settled = moved.filter((line) => line !== item);
  const named = (number: number): Decimal =>
    sum(settled.filter(({ instalment }) => instalment === number).map(({ amount }) => amount)).negated();
  const left = schedule
    .sort((a, b) => (a.due_on === b.due_on ? a.number - b.number : a.due_on < b.due_on ? -1 : 1))
    .map((part) => ({ ...part, free: Decimal.max(0, new Decimal(part.amount).minus(named(part.number))) }));
  let pool = sum(settled.map(({ amount }) => amount)).negated();
  for (const { amount, free } of left) pool = pool.minus(new Decimal(amount).minus(free));
  return left.map(({ number, due_on: dueOn, free }) => {
    const filled = Decimal.min(pool, free);
    pool = pool.minus(filled);
    return { number, dueOn, open: free.minus(filled) };
  });
}

/** Extensions in order of their days: one that names the instalment sets its date, one that names none puts it off. */
const agreedOf = (extensions: DueDateLine[], number: number | null, dueOn: string): string =>
  extensions.reduce((agreed, { instalment, due_on: until }) => {
    if (instalment !== null && instalment !== number) return agreed;
    return number !== null && instalment === null && until < agreed ? agreed : until;
  }, dueOn);

function agedAt({ open, due, isExtended }: PlannedPart, item: LedgerLine, asOf: string) {
  const late = Math.round((Date.parse(asOf) - Date.parse(due)) / 86_400_000);
  const bucket = BUCKETS[late <= 0 ? 0 : Math.min(4, Math.ceil(late / 30))]!;
  return { invoice: item.invoice_id, currency: item.currency, open, late, isExtended, bucket };
}
