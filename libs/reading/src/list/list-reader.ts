import { Injectable } from '@nestjs/common';
import { Money } from '@quittance/kernel';
import { type Sql, transaction } from '@quittance/process';
import { Pool, type QueryResultRow } from 'pg';
import type { Cursor } from '../cursor.js';
import { KnownAxis, type Place, shown } from '../known-axis.js';
import { type Parameters, type Question, readQuery } from '../query-string.js';
import { Answer, Listing } from '../reading.js';
import { csvColumnsOf, type Row } from './column.js';
import { differences, OTHER_PLACE } from './compare.js';
import { type Counted, facetsSql, groupsSql, summarySql } from './counting.sql.js';
import { byParameter, facetOf, facetsAsked, facetsParameter, sumNames, sumsOf } from './facets.js';
import { groupColumns, groupOf, groupsQuestion } from './groups.js';
import { type AskedRows, type List, REVISION } from './list.js';
import { AFTER, type ListQuestion } from './question.js';
import { conditionsOf, type ListSource, readEvery, readPage } from './sql.js';

/** One snapshot, and room to add up what many rows come to. */
const COUNTING = `begin isolation level repeatable read read only; set local work_mem = '32MB'`;

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
    const source = (how: { cursor?: Cursor; whole?: boolean }) => list.source(more, this.axis, place, how);
    return new Listing({
      name: list.of.name,
      columns: csvColumnsOf({ ...list.of.columns, revision: REVISION }),
      limited,
      ...{ place, stale: place?.stale },
      every: () => readEvery(this.pool, source({ whole: true }), question),
      page: async () => {
        const page = await readPage(this.pool, source({ cursor }), question);
        return { ...page, body: { ...shown(place), ...page } };
      },
    });
  }

  /** How many rows there are, and their sums by currency, with the position that they were counted at. */
  async summary(list: List, query: Record<string, unknown>): Promise<Answer> {
    const { question, place } = await this.asked(list, query);
    const counted = this.counted(list, question, place);
    type Sums = {
      position: string;
      currency: string | null;
      count: number | null;
      whole: boolean | null;
    } & Record<string, string>;
    const rows = await this.all<Sums>(summarySql(counted), counted);
    const currencies = rows.flatMap(({ position: _position, currency, count, whole: _whole, ...sums }) =>
      currency === null ? [] : [{ currency, count, ...inDecimals(sums as Record<string, string>, currency) }],
    );
    const count = rows.find(({ whole }) => whole)?.count ?? 0;
    const { position } = rows[0]!;
    return new Answer({ ...shown(place), count, currencies, position }, { stale: place?.stale });
  }

  /** How many rows there are of each value of `of`, each counted without its own filter. */
  async facets(list: List, query: Record<string, unknown>): Promise<Answer> {
    const { question, place, counting } = await this.asked(list, query, facetsParameter(list));
    const names = facetsAsked(list, 'of', counting.of);
    const counted = this.counted(list, question, place, { sums: false });
    const facets = names.map((name) => ({ name, ...facetOf(list, name, counted.asked) }));
    type Count = { name: string; value: string | null; count: number; all: number };
    const rows = await this.all<Count>(facetsSql(counted, facets), counted);
    const told = names.map((name) => {
      const values = rows.filter((row) => row.name === name);
      const sum = values.reduce((all, { count }) => all + count, 0);
      return [
        name,
        { values: values.map(({ value, count }) => ({ value, count })), others: (values[0]?.all ?? 0) - sum },
      ];
    });
    return new Answer(
      { ...shown(place), facets: Object.fromEntries(told) as object },
      { stale: place?.stale },
    );
  }

  /** Counts and sums of the rows by one value, a row a value and currency: a page. */
  async groups(list: List, query: Record<string, unknown>): Promise<Listing<Row>> {
    const own = groupsQuestion(list, query);
    const { question, place } = await this.asked(
      list,
      query,
      { ...byParameter(list), ...own.parameters },
      own.cursor,
    );
    const [by] = facetsAsked(list, 'by', query.by);
    const sums = sumNames(list);
    const source = (cursor?: Cursor): ListSource<QueryResultRow, Row> => {
      const counted = this.counted(list, question, place, { cursor });
      const { columns, identity, standardSort } = groupColumns(sums);
      return {
        ...{ columns, identity, standardSort, bind: counted.bind, item: groupOf(sums) },
        relation: groupsSql(counted, facetOf(list, by!, counted.asked)),
        pinned: counted.pinned,
        standing: place ? undefined : { at: cursor?.pinned?.at },
      };
    };
    return new Listing<Row>({
      name: `${list.of.name}-by-${by}`,
      columns: [
        { name: 'value', value: ({ value }) => value as string | null, text: true },
        ...['currency', 'count', ...sums].map((name) => ({
          ...{ name, amount: sums.includes(name) },
          value: (row: Row) => row[name] as string,
        })),
      ],
      limited: own.limited,
      ...{ place, stale: place?.stale },
      every: () => readEvery(this.pool, source(), own),
      page: async () => {
        const page = await readPage(this.pool, source(own.cursor), own);
        return { ...page, body: { ...shown(place), by, ...page } };
      },
    });
  }

  /** Rows that are others at two places: A is that of the question, B the other. */
  async compared(list: List, query: Record<string, unknown>): Promise<Answer> {
    const { question, place, counting } = await this.asked(list, query, OTHER_PLACE);
    const { vsAsOf, vsKnownAt } = counting as Question<typeof OTHER_PLACE>;
    const { known } = question.more;
    const a = place ?? (await this.axis.place(question.more));
    const b = await this.axis.place({ asOf: vsAsOf ?? a.asOf, knownAt: vsKnownAt, known });
    const byId = { ...question, sort: [{ column: list.of.identity, descending: false }] };
    const rows = (at: Place): AsyncIterable<Row> =>
      readEvery(this.pool, list.source(question.more, this.axis, at, { whole: true }), byId);
    return new Answer(
      {
        ...shown(a),
        versus: `${b.asOf}, ${b.knownAt.toISOString()}`,
        ...(await differences(list, [rows(a), rows(b)])),
      },
      { stale: a.stale || b.stale },
    );
  }

  private async asked(list: List, query: Record<string, unknown>, own: Parameters = {}, cursor?: Cursor) {
    const counting = readQuery(query, { ...list.filters, ...own, ...AFTER }) as Record<string, unknown>;
    const ofRows = Object.entries(query).filter(([name]) => !Object.hasOwn(own, name));
    const question = list.read(Object.fromEntries(ofRows));
    const { more } = question;
    const place = await this.axis.placeIfAsked(cursor ? more : this.dated(list, more), cursor);
    return { question, place, counting };
  }

  private dated<Asked extends object>({ of }: List, asked: Asked): Asked {
    return of.dated ? { asOf: this.axis.today, ...asked } : asked;
  }

  private counted(
    list: List,
    question: ListQuestion & { more: object },
    place?: Place,
    how: { cursor?: Cursor; sums?: boolean } = {},
  ): Counted & { asked: AskedRows<Parameters>; pinned?: Record<string, string> } {
    const source = list.source(question.more, this.axis, place, { ...how, whole: true });
    const { relation, standing, asked, bind, pinned } = source;
    return {
      ...{ bind, asked, pinned },
      rows: standing?.touched ? `${relation} union all ${standing.touched}` : relation,
      conditions: conditionsOf(source, question),
      sums: how.sums === false ? {} : sumsOf(list, asked),
      things: list.of.things,
      position: place && String(place.knownPosition),
    };
  }

  private all<Found extends QueryResultRow>(statement: string, { bind }: Counted): Promise<Found[]> {
    const work = async (sql: Sql): Promise<Found[]> => (await sql.query<Found>(statement, bind.values)).rows;
    return transaction(this.pool, work, COUNTING);
  }
}

const inDecimals = (amounts: Record<string, string>, currency: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(amounts).map(([name, sum]) => [name, Money.of(sum, currency).toString()]),
  );
