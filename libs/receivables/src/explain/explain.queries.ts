import { Inject, Injectable } from '@nestjs/common';
import { Money } from '@quittance/kernel';
import { Bind, cursorFrom, Cut, pinned, type Place, unknown } from '@quittance/reading';
import { Pool } from 'pg';
import type { HoldsPublished } from '../manifest/feature.js';
import { HOLDS_OF_INVOICES } from '../parts.js';
import type { Aged } from '../reporting/aging.answer.js';
import { AgingQueries } from '../reporting/aging.queries.js';
import { type AgingQuestion, questionKey } from '../reporting/aging.question.js';
import { bucketNames, STANDARD_BUCKETS } from '../reporting/buckets.js';
import { lastName } from '../reporting/named.sql.js';
import { type Cell, disputedLines, heldLines, OF_HELD, OF_INVOICES, openLines } from './cell.sql.js';
import { type CellAsked, type Explained, linesFormula, noCell } from './explained.js';

const MOST_LINES = 500;
/** What the control is held against, with the sign that each has in it. */
const CONTROL = { open: 1, unapplied: -1, pending: -1, credits: -1 } as const;

interface LineRow {
  kind: string;
  id: string | null;
  number: string | null;
  customer_id: string | null;
  customer_name: string | null;
  instalment: number | null;
  due_on: string | null;
  days: number | null;
  amount: string;
  count: number;
  sum: string;
}

type Asked = AgingQuestion & { currency: string };

/** What a figure of the aging is made of. */
@Injectable()
export class ExplainQueries {
  constructor(
    private readonly pool: Pool,
    private readonly aging: AgingQueries,
    @Inject(HOLDS_OF_INVOICES) private readonly holds: readonly HoldsPublished[],
  ) {}

  /** @throws Rejection 404 where the report has no such row, 422 where it has no such column */
  async explain(asked: Asked, asks: CellAsked, place: Place): Promise<Explained> {
    const { currency, by, basis = 'agreed', buckets = STANDARD_BUCKETS } = asked;
    const { row, column } = asks;
    const names = bucketNames(buckets, basis);
    const columns: string[] = [...names, ...OF_INVOICES, ...OF_HELD, 'control'];
    if (!columns.includes(column) || (by === undefined) !== (row === ''))
      throw noCell(asks, 'the key of a row where `by` is asked, else nothing', columns);
    const key = row === '-' || row === '' ? null : row;
    const { found, definition } = await this.row(asked, key, place);
    const figure = Money.of(found.buckets[column]?.amount ?? found[column as 'open'] ?? '0', currency);
    const cell: Cell = { by, key, currency, basis, ends: buckets };
    const made =
      column === 'control'
        ? columnLines(partsOf(found), currency)
        : await this.linesOf(cell, column, names, place);
    const formula = column === 'control' ? formulaOf(found) : linesFormula(made.count, made.sum);
    return { definition, figure, formula, ...made };
  }

  /** The row of the report itself. */
  private async row(
    asked: Asked,
    key: string | null,
    place: Place,
  ): Promise<{ found: Aged; definition: string }> {
    const { currency, by } = asked;
    const question = { ...asked, cursor: undefined, sort: undefined, limit: 1 };
    // The place just before the row: what comes after it is the row, if there is one.
    const before = currency.slice(0, -1) + String.fromCharCode(currency.charCodeAt(currency.length - 1) - 1);
    const after = [key === null ? '1' : '0', key ?? '', `${before}~`];
    const cursor = by && cursorFrom(questionKey(question), { after, pinned: pinned(place) });
    const { rows, currencies, definition } = await this.aging.page({ ...question, cursor }, place);
    const found = by
      ? rows.find((one) => one.key === key && one.currency === currency)
      : currencies.find((one) => one.currency === currency);
    if (!found) throw unknown('row of the report');
    return { found, definition };
  }

  /** What a cell is added up from, the largest first. */
  async linesOf(
    cell: Cell,
    column: string,
    names: readonly string[],
    place: Place,
  ): Promise<Pick<Explained, 'count' | 'sum' | 'lines'>> {
    const bind = new Bind();
    const cut = new Cut(bind, place);
    const held = OF_HELD.find((one) => one === column);
    const disputed = this.holds
      .filter(({ kind }) => kind === 'disputed')
      .map(({ relation }) => relation(cut));
    const rows = held
      ? heldLines(cut, bind, cell, held)
      : column === 'disputed'
        ? disputedLines(cut, bind, cell, disputed)
        : openLines(cut, bind, cell);
    const bucket = names.indexOf(column);
    const where =
      bucket >= 0
        ? `l.bucket = ${bucket}`
        : column === 'overdue'
          ? `${cut.day} > l.due_on`
          : column === 'extended'
            ? 'l.extended'
            : 'true';
    const { rows: found } = await this.pool.query<LineRow>(
      `select l.kind, l.id::text, l.number, l.customer_id, (${lastName(cut, 'l.customer_id')}) as customer_name, l.instalment, l.due_on::text, l.days, l.amount::text,
              (count(*) over ())::int as count, (sum(l.amount) over ())::text as sum
       from (${rows}) l where ${where} order by l.amount desc, l.id, l.instalment limit ${MOST_LINES}`,
      bind.values,
    );
    const exact = (amount: string): string => Money.of(amount, cell.currency).toString();
    return {
      count: found[0]?.count ?? 0,
      sum: Money.of(found[0]?.sum ?? '0', cell.currency),
      lines: found.map(
        ({
          customer_id: customerId,
          customer_name: customerName,
          due_on: dueOn,
          amount,
          count: _count,
          sum: _sum,
          ...line
        }) => ({
          ...line,
          ...{ customerId, customerName, dueOn, amount: exact(amount) },
        }),
      ),
    };
  }
}

const partsOf = (row: Aged): [string, Money][] =>
  Object.entries(CONTROL).map(([name, sign]) => {
    const amount = Money.of(row[name as keyof typeof CONTROL] ?? '0', row.currency);
    return [name, sign > 0 ? amount : amount.negated()];
  });

/** Lines that are figures themselves: each opens in turn. */
export function columnLines(
  parts: readonly [string, Money][],
  currency: string,
): Pick<Explained, 'count' | 'sum' | 'lines'> {
  const none = { id: null, customerId: null, customerName: null, instalment: null, dueOn: null, days: null };
  return {
    count: parts.length,
    sum: Money.sum(
      parts.map(([, amount]) => amount),
      currency,
    ),
    lines: parts.map(([number, amount]) => ({ kind: 'column', ...none, number, amount: amount.toString() })),
  };
}

const formulaOf = (row: Aged): string =>
  `${row.open} open - ${row.unapplied} unapplied - ${row.pending} pending - ${row.credits ?? '0'} credits, against issued less received and credited = ${row.control}`;
