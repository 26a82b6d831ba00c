import { Injectable } from '@nestjs/common';
import { Money } from '@quittance/kernel';
import { Bind, Cut, type Place, unknown } from '@quittance/reading';
import { Pool } from 'pg';
import { creditLimitAt } from '../customer/customer.cut.js';
import type { AgedRow } from '../reporting/aging.answer.js';
import { AgingQueries } from '../reporting/aging.queries.js';
import { bucketNames, STANDARD_BUCKETS } from '../reporting/buckets.js';
import { columnLines, ExplainQueries } from './explain.queries.js';
import { type CellAsked, type Explained, formulaOf, type Input, linesFormula, noCell } from './explained.js';

/** What is taken from what is open: the rest is what a customer owes in all. */
const HELD = ['unapplied', 'pending', 'credits'] as const;
const OF_DOCUMENTS = ['open', 'overdue', 'disputed', 'unapplied', 'pending', 'credits'] as const;
const COLUMNS: readonly string[] = [...OF_DOCUMENTS, 'balance', 'room'];

/** What figures of a customer are made of: what they owe by document, the balance of these, and what the limit leaves. */
@Injectable()
export class ExposureQueries {
  constructor(
    private readonly pool: Pool,
    private readonly aging: AgingQueries,
    private readonly cells: ExplainQueries,
  ) {}

  /** @throws Rejection 404 where nobody is known by the id, or no limit is set; 422 where there is no such figure */
  async explain(
    { currency, place }: { currency: string; place: Place },
    cell: CellAsked,
  ): Promise<Explained> {
    const { row: id, column } = cell;
    if (!COLUMNS.includes(column) || id === '') throw noCell(cell, 'id of the customer', COLUMNS);
    const bind = new Bind();
    const statement = creditLimitAt(new Cut(bind, place), bind, id, currency);
    const { rows } = await this.pool.query<{ credit_limit: string | null }>(statement, bind.values);
    const [known] = rows;
    if (!known) throw unknown('customer');
    const aged = (await this.aging.ofCustomers([id], place)).find((one) => one.currency === currency);
    const amountOf = (name: (typeof OF_DOCUMENTS)[number]): Money => Money.of(aged?.[name] ?? '0', currency);
    const held = HELD.map((name): Part => [name, '-', amountOf(name)]);
    const owed: Part[] = [['open', '+', amountOf('open')], ...held];
    if (column === 'balance') return ofColumns(owed, column, currency);
    if (column === 'room') {
      if (known.credit_limit === null) throw unknown('credit limit');
      const limit: Part = ['creditLimit', '+', Money.of(known.credit_limit, currency)];
      return ofColumns([limit, ['balance', '-', added(owed, currency)]], column, currency);
    }
    const [ends, basis] = [STANDARD_BUCKETS, 'agreed'] as const;
    const of = { by: 'customer', key: id, currency, basis, ends } as const;
    const made = await this.cells.linesOf(of, column, bucketNames(ends, basis), place);
    const figure = amountOf(column as keyof Pick<AgedRow, 'open'>);
    return { definition: DEFINITION, figure, formula: linesFormula(made.count, made.sum), ...made };
  }
}

const DEFINITION = 'customer/1';

type Part = [name: string, sign: '+' | '-', amount: Money];

const signed = ([name, sign, amount]: Part): [string, Money] => [
  name,
  sign === '+' ? amount : amount.negated(),
];

const added = (parts: readonly Part[], currency: string): Money =>
  Money.sum(
    parts.map((part) => signed(part)[1]),
    currency,
  );

/** A figure that is worked out of others. */
function ofColumns(parts: readonly Part[], column: string, currency: string): Explained {
  const figure = added(parts, currency);
  const inputs = parts.map(([name, sign, amount]): Input => ({ name, sign, amount: amount.toString() }));
  const formula = formulaOf(inputs, figure, column);
  return { definition: DEFINITION, figure, formula, ...columnLines(parts.map(signed), currency) };
}
