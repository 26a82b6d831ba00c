import { Decimal } from 'decimal.js';
import { type LedgerLine, ledgerLines } from '../../../libs/receivables/src/ledger/ledger.tables.js';
import { type ControlLine, controlLines } from '../../../libs/receivables/src/reporting/control.tables.js';
import { dueDateLines, type DueDateLine } from '../../../libs/receivables/src/reporting/receivable.tables.js';
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
  const due = known(tables.rows<DueDateLine>(dueDateLines), effective);
  const control = known(tables.rows<ControlLine>(controlLines), effective);
  const aged = items.map((item) => {
    const mine = <Line extends { invoice_id: string | null }>(of: Line[]) =>
      of.filter(({ invoice_id }) => invoice_id === item.invoice_id);
    const agreed = mine(due).sort((a, b) =>
      a.effective_on === b.effective_on
        ? Number(a.position - b.position)
        : a.effective_on < b.effective_on
          ? -1
          : 1,
    );
    const dueOn = agreed.at(-1)?.due_on ?? item.due_on!;
    const late = Math.round((Date.parse(asOf) - Date.parse(dueOn)) / 86_400_000);
    return {
      currency: item.currency,
      open: sum(mine(receivable).map(({ amount }) => amount)),
      late,
      isExtended: dueOn !== item.due_on,
      bucket: BUCKETS[late <= 0 ? 0 : Math.min(4, Math.ceil(late / 30))]!,
    };
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
        return [name, { count: inIt.length, amount: total(inIt) }] as const;
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
