import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '@quittance/http';
import { Money } from '@quittance/kernel';
import { Bind, Cut, type Place, unknown } from '@quittance/reading';
import { Pool } from 'pg';
import type { AnyFacts } from '../manifest/fact.js';
import type { FigureOfFacts, SumsPublished } from '../manifest/feature.js';
import { todayOf } from '../manifest/today.js';
import { DECLARED_FACTS, SUMS_OF_THINGS } from '../parts.js';
import { say } from '../telling/say.js';
import { type Language, paramsOf } from '../telling/sentences.js';
import { type CellAsked, type Explained, formulaOf, type Input, linesFormula, noCell } from './explained.js';

const MOST_FACTS = 500;

interface FactRow {
  position: bigint;
  fact_id: string;
  type: string;
  data: Record<string, unknown>;
  metadata: { statedRecordedAt?: string };
  sentence: string;
  actor: string;
  reason: string | null;
  effective_on: string;
  recorded_at: Date;
  amount: string;
  count: number;
  sum: string;
}

export interface AskedThing {
  report: string;
  currency: string;
  language: Language;
  place: Place;
  /** No axis was asked: things are answered as they stand, whatever the business dates of their facts. */
  standing: boolean;
}

/** What figures of an invoice, a payment or a credit note are made of: fact by fact, as their features publish it. */
@Injectable()
export class ThingsQueries {
  private readonly asToday: NonNullable<ReturnType<typeof todayOf>>;

  constructor(
    private readonly pool: Pool,
    @Inject(SUMS_OF_THINGS) private readonly things: readonly SumsPublished[],
    @Inject(DECLARED_FACTS) facts: AnyFacts,
  ) {
    this.asToday = todayOf(facts) ?? ((fact) => fact);
  }

  /** @throws Rejection 404 where there is no such thing in the currency, 422 where it has no such figure */
  async explain(asked: AskedThing, cell: CellAsked): Promise<Explained> {
    const thing = this.things.find(({ of }) => of === asked.report)!;
    const figure = Object.hasOwn(thing.figures, cell.column) ? thing.figures[cell.column] : undefined;
    if (!figure || !isUuid(cell.row))
      throw noCell(cell, `id of the ${thing.of.replace('-', ' ')}`, Object.keys(thing.figures));
    const figures = await this.figures(thing, asked, cell.row);
    const amount = (name: string): Money => Money.of(figures[name]!, asked.currency);
    const made = await this.facts(thing, figure, asked, cell.row);
    const inputs = Object.entries(figure.of ?? {}).map(([name, sign]): Input => ({
      name,
      sign,
      amount: amount(name).toString(),
    }));
    return {
      definition: `${thing.of}/1`,
      figure: amount(cell.column),
      ...(inputs.length > 0
        ? { formula: formulaOf(inputs, amount(cell.column), cell.column), inputs }
        : { formula: linesFormula(made.count, made.sum, 'fact') }),
      ...made,
    };
  }

  /** All figures of the thing, as its lists have them. */
  private async figures(
    { of, relation, figures }: SumsPublished,
    { place, standing, currency }: AskedThing,
    id: string,
  ): Promise<Record<string, string>> {
    const bind = new Bind();
    const columns = Object.entries(figures).map(([name, { value }]) => `(${value})::text as "${name}"`);
    const { rows } = await this.pool.query<Record<string, string>>(
      `select ${columns.join(', ')} from (${relation(new Cut(bind, place, standing))}) r
       where r.id = ${bind.add(id)}::uuid and r.currency = ${bind.add(currency)}`,
      bind.values,
    );
    if (!rows[0]) throw unknown(of.replace('-', ' '));
    return rows[0];
  }

  private async facts(
    { lines }: SumsPublished,
    { sum }: FigureOfFacts,
    { place, standing, currency, language }: AskedThing,
    id: string,
  ): Promise<Pick<Explained, 'count' | 'sum' | 'lines'>> {
    const bind = new Bind();
    const cut = new Cut(bind, place, standing);
    const { rows } = await this.pool.query<FactRow>(
      `with made as materialized (
         select l.position, ${sum} as amount from live.ledger_lines l
         where ${lines(`${bind.add(id)}::uuid`)} and ${cut.line('l')} group by l.position having ${sum} <> 0
       )
       select m.position, m.amount::text, (count(*) over ())::int as count, (sum(m.amount) over ())::text as sum,
              t.fact_id, t.type, f.data, f.metadata, t.sentence, t.actor, t.reason, t.effective_on, t.recorded_at
       from made m join live.audit_trail t on t.position = m.position join mirror.facts f on f.position = m.position
       order by m.position desc limit ${MOST_FACTS}`,
      bind.values,
    );
    return {
      count: rows[0]?.count ?? 0,
      sum: Money.of(rows[0]?.sum ?? '0', currency),
      lines: rows.map((row) => ({
        ...NO_DOCUMENT,
        amount: Money.of(row.amount, currency).toString(),
        fact: this.told(row, language),
      })),
    };
  }

  private told(row: FactRow, language: Language): object {
    const { data } = this.asToday({ ...row, id: row.fact_id } as never);
    return {
      position: String(row.position),
      type: row.type,
      sentence: say(language, row.type, paramsOf(data, row.actor)) ?? row.sentence,
      actor: row.actor,
      reason: row.reason,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at.toISOString(),
      statedRecordedAt: row.metadata.statedRecordedAt ?? null,
    };
  }
}

const NO_DOCUMENT = {
  ...{ kind: 'fact', id: null, number: null, customerId: null, customerName: null },
  ...{ instalment: null, dueOn: null, days: null },
};
