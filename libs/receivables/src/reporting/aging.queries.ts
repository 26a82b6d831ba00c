import { Inject, Injectable } from '@nestjs/common';
import {
  at,
  Bind,
  cursorFrom,
  Cut,
  KnownAxis,
  pinned,
  type Place,
  readCursor,
  rowsOf,
  shown,
} from '@quittance/reading';
import { type Sql, transaction } from '@quittance/process';
import { Pool } from 'pg';
import type { AgedRow, AgingAnswer } from './aging.answer.js';
import { rowFiltersOf } from './aging.filters.js';
import { type AgingQuestion, questionKey, unknownTo } from './aging.question.js';
import type { GroupRow } from './group-row.js';
import { agingSql, type AgingSql, customersSql, placeOfRow } from './aging.sql.js';
import { bucketNames, STANDARD_BUCKETS } from './buckets.js';
import type { Definition } from './definitions/definition.js';
import { HELD } from '../ledger/ledger.tables.js';
import type { HoldsPublished } from '../manifest/feature.js';
import { HOLDS_OF_INVOICES } from '../parts.js';
import { definitionOf } from './definitions/index.js';
import { anyApart } from './apart.sql.js';
import { anyMapped } from './merged.sql.js';
import { isRecent } from './recent.sql.js';

const STANDARD_LIMIT = 100;
/**
 * One snapshot, and what the planner cannot know: room for what a report of a million invoices joins, else it goes
 * through files; buckets are few, so that adding up in memory beats sorting first; a narrow index is read in order.
 */
export const SNAPSHOT = [
  'begin isolation level repeatable read read only',
  "set local work_mem = '32MB'",
  'set local enable_sort = off',
  'set local random_page_cost = 1.1',
].join('; ');
/** Totals come of few sums: hardly anything goes from the processes of a parallel plan to the one that adds them up. */
export const OF_TOTALS = `${SNAPSHOT}; set local parallel_tuple_cost = 0`;

/** What is open, by age, on two time axes. */
@Injectable()
export class AgingQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
    @Inject(HOLDS_OF_INVOICES) private readonly holds: readonly HoldsPublished[] = [],
  ) {}

  /** The question's place; a cursor keeps that of its first page. @throws Rejection 422, ProblemError 503 */
  async place(asked: AgingQuestion): Promise<Place> {
    const { cursor } = asked;
    return this.axis.place(cursor ? at(asked, readCursor(questionKey(asked), cursor)) : asked);
  }

  /** Totals per currency, and with `by` a page of rows. Rows add up to the totals, column by column. */
  async page(asked: AgingQuestion, place: Place): Promise<AgingAnswer> {
    const limit = asked.limit ?? STANDARD_LIMIT;
    const after = asked.cursor ? readCursor(questionKey(asked), asked.cursor).after : undefined;
    const report = { ...shapeOf(asked), totals: true, rows: { after, limit: limit + 1 } };
    const definition = definitionOf(asked.definition);
    const rows = await this.rows(report, place, asked);
    const names = bucketNames(report.ends, report.basis);
    const found = rows.filter(({ rank }) => rank === 1);
    const last = found.length > limit ? found[limit - 1] : undefined;
    return {
      ...shown(place),
      definition: `aging/${definition.number}`,
      basis: report.basis,
      by: asked.by ?? null,
      ...(asked.currency && { currency: asked.currency }),
      ...(asked.sort && { sort: `${asked.sort.descending ? '-' : ''}${asked.sort.column}` }),
      currencies: rows.filter(({ rank }) => rank === 0).map((row) => definition.aged(row, names)),
      rows: found.slice(0, limit).map((row) => agedRow(row, names, definition)),
      next: last
        ? cursorFrom(questionKey(asked), { after: placeOfRow(last, asked.sort), pinned: pinned(place) })
        : null,
    };
  }

  /** Asked in one snapshot: whether the place is recent, then the report. */
  private rows(report: Omit<AgingSql, 'apart'>, place: Place, asked: AgingQuestion): Promise<GroupRow[]> {
    const work = async (sql: Sql): Promise<GroupRow[]> => {
      await this.mustKnow(sql, place, asked);
      const recent = await isRecent(sql, place);
      const apart = await anyApart(sql);
      const bind = new Bind();
      const cut = new Cut(bind, place);
      const [mapped, disputed] = [await anyMapped(sql), this.disputed(cut)];
      const statement = agingSql(bind, cut, { ...report, recent, apart, mapped, disputed });
      return (await sql.query<GroupRow>(statement, bind.values)).rows;
    };
    return transaction(this.pool, work, report.by ? SNAPSHOT : OF_TOTALS);
  }

  /** All rows (without `by`: the totals), a few hundred in memory at a time. */
  async *every(asked: AgingQuestion, place: Place): AsyncGenerator<AgedRow> {
    await this.mustKnow(this.pool, place, asked);
    const bind = new Bind();
    const apart = await anyApart(this.pool);
    const report = { ...shapeOf(asked), totals: !asked.by, rows: {}, apart };
    const cut = new Cut(bind, place);
    const [mapped, disputed] = [await anyMapped(this.pool), this.disputed(cut)];
    const statement = agingSql(bind, cut, { ...report, mapped, disputed });
    const names = bucketNames(report.ends, report.basis);
    for await (const row of rowsOf<GroupRow>(this.pool, statement, bind.values))
      yield agedRow(row, names, definitionOf(asked.definition));
  }

  /** Of the holds that features publish: those that dispute an amount. */
  private disputed(cut: Cut): string[] {
    return this.holds.filter(({ kind }) => kind === 'disputed').map(({ relation }) => relation(cut));
  }

  /** @throws Rejection 422 when the definition does not know what is in the cut */
  private async mustKnow(sql: Sql, place: Place, { definition }: AgingQuestion): Promise<void> {
    if (definitionOf(definition).knowsCredits) return;
    const bind = new Bind();
    const cut = new Cut(bind, place);
    const instalments = `select from live.instalment_lines n where ${cut.line('n')}`;
    const plans = `select from live.plans p where ${cut.known('p', 'issued')} and ${cut.counts('p.agreed_on')}`;
    const credits = `select from live.ledger_lines c where c.${HELD} and c.account = 'credit' and ${cut.line('c')}`;
    const some = [credits, instalments, plans, ...this.disputed(cut)]
      .map((rows) => `exists (${rows})`)
      .join(' or ');
    const { rows } = await sql.query<{ unknown: boolean }>(`select ${some} as unknown`, bind.values);
    if (rows[0]!.unknown) throw unknownTo(definition!);
  }

  /** What each of the customers owes at the place, per currency; their control is not worked out. */
  async ofCustomers(
    customers: readonly string[],
    place: Pick<Place, 'asOf'> & Partial<Place>,
  ): Promise<AgedRow[]> {
    const bind = new Bind();
    const cut = new Cut(bind, place);
    const mapping = { mapped: await anyMapped(this.pool), disputed: this.disputed(cut) };
    const statement = customersSql(bind, cut, STANDARD_BUCKETS, customers, mapping);
    const { rows } = await this.pool.query<GroupRow>(statement, bind.values);
    return rows.map((row) => agedRow(row, bucketNames(STANDARD_BUCKETS, 'agreed'), definitionOf()));
  }
}

const agedRow = (row: GroupRow, names: readonly string[], { aged }: Definition): AgedRow => ({
  key: row.key,
  name: row.name,
  ...aged(row, names),
});

function shapeOf(
  asked: AgingQuestion,
): Pick<AgingSql, 'by' | 'basis' | 'ends' | 'currency' | 'sort' | 'filters'> {
  const { by, basis = 'agreed', buckets = STANDARD_BUCKETS, currency, sort } = asked;
  return { by, basis, ends: buckets, currency, sort, filters: rowFiltersOf(asked) };
}
