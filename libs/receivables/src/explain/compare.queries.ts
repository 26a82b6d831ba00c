import { Injectable } from '@nestjs/common';
import { Money } from '@quittance/kernel';
import { Bind, Cut, type Place, shown } from '@quittance/reading';
import { Pool } from 'pg';
import type { AgedRow } from '../reporting/aging.answer.js';
import { AgingQueries } from '../reporting/aging.queries.js';
import type { AgingQuestion } from '../reporting/aging.question.js';
import { definitionOf } from '../reporting/definitions/index.js';
import { mergedPart } from '../reporting/merged.sql.js';

const MOST = 500;

type Amounts = Record<string, string>;

interface Difference {
  key: string | null;
  name: string | null;
  currency: string;
  a: Amounts;
  b: Amounts;
  difference: Amounts;
}

interface FactRow {
  position: bigint;
  type: string;
  sentence: string;
  actor: string;
  reason: string | null;
  effective_on: string;
  recorded_at: Date;
  customer_id: string | null;
  invoice_id: string | null;
  moved: { currency: string; open: string; held: string }[] | null;
}

/** The aging at two places, and the facts that count at one of them and not at the other. */
@Injectable()
export class CompareQueries {
  constructor(
    private readonly pool: Pool,
    private readonly aging: AgingQueries,
  ) {}

  async compare(asked: AgingQuestion, [a, b]: readonly [Place, Place], row?: string): Promise<object> {
    const rows: Difference[] = [];
    let more = false;
    for await (const one of this.differing(asked, a, b)) {
      if (row !== undefined && (one.key ?? '-') !== row) continue;
      if (rows.length === MOST) {
        more = true;
        break;
      }
      rows.push(one);
    }
    const facts = await this.between(asked, a, b, row);
    return {
      ...shown(a),
      definition: `aging/${definitionOf(asked.definition).number}`,
      versus: `${b.asOf}, ${b.knownAt.toISOString()}`,
      rows,
      more,
      facts: facts.slice(0, MOST).map(factShown),
      moreFacts: facts.length > MOST,
    };
  }

  /** Rows of both, side by side in the order of the report: never more of them in memory than are shown. */
  private async *differing(asked: AgingQuestion, a: Place, b: Place): AsyncGenerator<Difference> {
    const [ours, theirs] = [a, b].map((place) => this.aging.every(asked, place)[Symbol.asyncIterator]());
    try {
      let [mine, its] = [await ours!.next(), await theirs!.next()];
      while (!mine.done || !its.done) {
        const [one, other] = [mine.value as AgedRow, its.value as AgedRow];
        const order = mine.done ? 1 : its.done ? -1 : compareRows(one, other);
        const found = differenceOf(order <= 0 ? one : undefined, order >= 0 ? other : undefined);
        if (found) yield found;
        if (order <= 0) mine = await ours!.next();
        if (order >= 0) its = await theirs!.next();
      }
    } finally {
      await Promise.all([ours!.return?.(undefined), theirs!.return?.(undefined)]);
    }
  }

  private async between({ currency }: AgingQuestion, a: Place, b: Place, row?: string): Promise<FactRow[]> {
    const bind = new Bind();
    const [at, other] = [new Cut(bind, a), new Cut(bind, b)];
    const whose = (column: string): string =>
      row === undefined
        ? 'true'
        : row === '-'
          ? `${column} is null`
          : `coalesce((select root from merged where customer_id = ${column}), ${column}) = ${bind.add(row)}`;
    const apart = (alias: string): string => `(${other.line(alias)}) <> (${at.line(alias)})`;
    const only = currency === undefined ? 'true' : `l.currency = ${bind.add(currency)}`;
    const signed = `case when ${other.line('l')} then l.amount else -l.amount end`;
    const { rows } = await this.pool.query<FactRow>(
      `with ${mergedPart(other)}, moved as (
         select m.position, jsonb_agg(jsonb_build_object('currency', m.currency, 'open', m.open::text, 'held', m.held::text)
                order by m.currency) as moved
         from (select l.position, l.currency, coalesce(sum(${signed}) filter (where l.account = 'receivable'), 0) as open,
                      coalesce(-sum(${signed}) filter (where l.account in ('unapplied', 'pending', 'credit')), 0) as held
               from live.ledger_lines l where ${apart('l')} and ${only} and ${whose('l.party')} group by 1, 2) m
         where m.open <> 0 or m.held <> 0 group by 1
       )
       select t.position, t.type, t.sentence, t.actor, t.reason, t.effective_on, t.recorded_at, t.customer_id, t.invoice_id, m.moved
       from live.audit_trail t left join moved m on m.position = t.position
       where m.position is not null or (${apart('t')} and t.customer_id is not null and ${whose('t.customer_id')})
       order by t.position limit ${MOST + 1}`,
      bind.values,
    );
    return rows;
  }
}

const factShown = ({ position, moved, ...fact }: FactRow): object => ({
  position: String(position),
  type: fact.type,
  sentence: fact.sentence,
  actor: fact.actor,
  reason: fact.reason,
  effectiveOn: fact.effective_on,
  recordedAt: fact.recorded_at.toISOString(),
  customerId: fact.customer_id,
  invoiceId: fact.invoice_id,
  moved: (moved ?? []).map(({ currency, open, held }) => ({
    currency,
    open: Money.of(open, currency).toString(),
    held: Money.of(held, currency).toString(),
  })),
});

/** As the report orders them: by code point, money of nobody known last. */
function compareRows(one: AgedRow, other: AgedRow): number {
  if ((one.key === null) !== (other.key === null)) return one.key === null ? 1 : -1;
  const byKey = Buffer.compare(Buffer.from(one.key ?? ''), Buffer.from(other.key ?? ''));
  return byKey || Buffer.compare(Buffer.from(one.currency), Buffer.from(other.currency));
}

/** By column, the buckets by name. */
function amountsOf(row: AgedRow): Amounts {
  const { key: _key, name: _name, currency: _currency, balanced: _balanced, buckets, ...columns } = row;
  const cells = Object.entries(buckets).map(([name, { amount }]) => [name, amount]);
  return { ...(Object.fromEntries(cells) as Amounts), ...(columns as unknown as Amounts) };
}

/** Undefined: they say the same. */
function differenceOf(mine?: AgedRow, its?: AgedRow): Difference | undefined {
  const { key, name, currency } = (its ?? mine)!;
  const zero = Money.zero(currency).toString();
  const empty = (row: AgedRow): Amounts =>
    Object.fromEntries(Object.keys(amountsOf(row)).map((column) => [column, zero]));
  const a = mine ? amountsOf(mine) : empty(its!);
  const b = its ? amountsOf(its) : empty(mine!);
  const columns = Object.keys(b).map((column): [string, Money] => [
    column,
    Money.of(b[column]!, currency).minus(Money.of(a[column]!, currency)),
  ]);
  if (columns.every(([, amount]) => amount.isZero)) return undefined;
  const difference = Object.fromEntries(columns.map(([column, amount]) => [column, amount.toString()]));
  return { key, name, currency, a, b, difference };
}
