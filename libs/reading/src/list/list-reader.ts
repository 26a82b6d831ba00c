import { Injectable } from '@nestjs/common';
import { Money } from '@quittance/kernel';
import { Pool, type QueryResultRow } from 'pg';
import { KnownAxis, type Place, shown } from '../known-axis.js';
import { conditionsOf, readEvery, readPage } from './sql.js';
import { AFTER, type ListQuestion } from './question.js';
import { type Parameters, readQuery } from '../query-string.js';
import { Answer, Listing } from '../reading.js';
import { csvColumnsOf, type Row } from './column.js';
import { facetOf, facetsParameter, type List, REVISION } from './list.js';

/** Values of one facet that are told; the rest are counted together. */
const MOST_VALUES = 20;

/** Answers what lists are asked: pages, CSV, sums and counts, each in one snapshot and bounded in memory. */
@Injectable()
export class ListReader {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
  ) {}

  /** A page, or with `Accept: text/csv` the rows. */
  async listing(list: List, query: Record<string, unknown>): Promise<Listing<Row>> {
    const question = list.read(query);
    const { more, cursor, limited } = question;
    const place = await this.axis.placeIfAsked(cursor ? more : this.dated(list, more), cursor);
    const source = (from = cursor) => list.source(more, this.axis.today, place, from);
    return new Listing({
      name: list.of.name,
      columns: csvColumnsOf({ ...list.of.columns, revision: REVISION }),
      limited,
      stale: place?.stale,
      every: () => readEvery(this.pool, source(undefined), question),
      page: async () => {
        const page = await readPage(this.pool, source(), question);
        return { ...page, body: { ...shown(place), ...page } };
      },
    });
  }

  /** How many rows there are, and their sums by currency. */
  async summary(list: List, query: Record<string, unknown>): Promise<Answer> {
    const { question, place } = await this.asked(list, query);
    const sums = sumsOf(list);
    const from = this.rows(list, question, place);
    const added = Object.entries(sums).map(([name, sql]) => `, coalesce(sum(${sql}), 0)::text as "${name}"`);
    const { rows } = await this.pool.query<
      { currency: string | null; count: number } & Record<string, string>
    >(
      `select r.currency, count(*)::int as count${added.join('')} ${from.sql} group by 1 order by 1`,
      from.values,
    );
    const currencies = rows.flatMap(({ currency, count, ...amounts }) =>
      currency === null
        ? []
        : [{ currency, count, ...inDecimals(amounts as Record<string, string>, currency) }],
    );
    const count = rows.reduce((all, row) => all + row.count, 0);
    return new Answer({ ...shown(place), count, currencies }, { stale: place?.stale });
  }

  /** How many rows there are of each value of `of`, each counted without its own filter. */
  async facets(list: List, query: Record<string, unknown>): Promise<Answer> {
    const { question, place } = await this.asked(list, query, facetsParameter(list));
    const { of } = query;
    const names = [...new Set((typeof of === 'string' ? of : '').split(','))];
    const sql = names.map((name) => [name, facetOf(list, name)] as const);
    const facets: Record<string, object> = {};
    for (const [name, value] of sql) facets[name] = await this.facet(list, { name, value }, question, place);
    return new Answer({ ...shown(place), facets }, { stale: place?.stale });
  }

  private async facet(
    list: List,
    { name, value }: { name: string; value: string },
    question: ListQuestion & { more: object },
    place?: Place,
  ): Promise<object> {
    const without = (of: object): object =>
      Object.fromEntries(Object.entries(of).filter(([key]) => key !== name));
    const free = { ...question, filters: without(question.filters), more: without(question.more) };
    const from = this.rows(list, free as typeof question, place);
    const { rows } = await this.pool.query<{ value: string | null; count: number; all: number }>(
      `select (${value})::text as value, count(*)::int as count, (sum(count(*)) over ())::int as "all"
       ${from.sql} group by 1 order by 2 desc, 1 limit ${MOST_VALUES}`,
      from.values,
    );
    const told = rows.reduce((sum, { count }) => sum + count, 0);
    const values = rows.map(({ value: of, count }) => ({ value: of, count }));
    return { values, others: (rows[0]?.all ?? 0) - told };
  }

  private async asked(list: List, query: Record<string, unknown>, own: Parameters = {}) {
    readQuery(query, { ...list.filters, ...own, ...AFTER });
    const ofRows = Object.entries(query).filter(([name]) => !Object.hasOwn(own, name));
    const question = list.read(Object.fromEntries(ofRows));
    return { question, place: await this.axis.placeIfAsked(this.dated(list, question.more)) };
  }

  private dated<Asked extends object>({ of }: List, asked: Asked): Asked {
    return of.dated ? { asOf: this.axis.today, ...asked } : asked;
  }

  private rows(
    list: List,
    question: ListQuestion & { more: object },
    place?: Place,
  ): { sql: string; values: unknown[] } {
    const source = list.source(question.more, this.axis.today, place);
    const conditions = conditionsOf<QueryResultRow, unknown>(source, question);
    const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
    return { sql: `from (${source.relation}) r ${where}`, values: source.bind.values };
  }
}

/** Amounts that are added up, as SQL over `r`. */
export const sumsOf = ({ asked, of }: List): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(of.columns).flatMap(([name, { sum }]) => (sum ? [[name, asked[name]!.sql]] : [])),
  ),
  ...of.sums,
});

const inDecimals = (amounts: Record<string, string>, currency: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(amounts).map(([name, sum]) => [name, Money.of(sum, currency).toString()]),
  );
