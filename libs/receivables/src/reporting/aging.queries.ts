import {
  asOneOf,
  asWhole,
  Bind,
  cursorFrom,
  PAGING,
  type Question,
  readCursor,
  rowsOf,
} from '@quittance/http';
import { Money } from '@quittance/kernel';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { groupsSql } from './aging.sql.js';
import { type Basis, type BucketEnds, bucketNames, bucketsParameter, STANDARD_BUCKETS } from './buckets.js';
import { Cut } from './cut.js';
import { AXES, KnownAxis, type Place } from './known.js';

/** The number of the definition: rules 5 to 12 of the receivables, as this version computes them. */
export const DEFINITION = 1;

export const AGING_PARAMETERS = {
  ...AXES,
  basis: asOneOf<Basis>('what the age counts from', 'agreed', 'contractual', 'issued'),
  by: asOneOf('rows beside the totals', 'customer', 'owner'),
  buckets: bucketsParameter,
  definition: asWhole('the number of the definition', DEFINITION, DEFINITION, String(DEFINITION)),
  ...PAGING,
};

/**
 * Amounts of one currency, as texts with its decimals. Unapplied and pending money is positive, as received:
 * `open - unapplied - pending = control`, and `balanced` says whether it is so.
 */
export interface Aged {
  currency: string;
  /** Invoices with something open, and how much, by bucket. */
  buckets: Record<string, { count: number; amount: string }>;
  open: string;
  /** The part of open that is past its due date (the agreed one, unless the basis is contractual). */
  overdue: string;
  /** The part of open whose agreed due date is not the contractual one. */
  extended: string;
  disputed: string;
  unapplied: string;
  pending: string;
  /** Issued less received, from documents and payments, without the lines that the other columns are summed from. */
  control: string;
  balanced: boolean;
}

/** A customer (under it: its invoices, its unapplied money) or an owner; null: money of nobody known. */
export interface AgedRow extends Aged {
  key: string | null;
  name: string | null;
}

export interface AgingAnswer {
  asOf: string;
  knownAt: string;
  knownPosition: string;
  known: 'recorded' | 'stated';
  definition: string;
  basis: Basis;
  by: 'customer' | 'owner' | null;
  currencies: Aged[];
  rows: AgedRow[];
  next: string | null;
}

export type AgingQuestion = Question<typeof AGING_PARAMETERS>;

interface GroupRow {
  rank: number;
  key: string | null;
  name: string | null;
  currency: string;
  counts: number[];
  amounts: string[];
  open: string;
  overdue: string;
  extended: string;
  unapplied: string;
  pending: string;
  control: string;
}

/** What is open, by age, on two time axes. */
@Injectable()
export class AgingQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
  ) {}

  /** The question's place; a cursor keeps that of its first page. */
  async place(asked: AgingQuestion): Promise<Place> {
    const pinned = asked.cursor ? readCursor(questionOf(asked), asked.cursor).pinned : undefined;
    return this.axis.place({
      asOf: asked.asOf ?? pinned?.asOf,
      knownAt: asked.knownAt ?? (pinned?.knownAt ? new Date(pinned.knownAt) : undefined),
      known: asked.known,
    });
  }

  async page(asked: AgingQuestion, place: Place): Promise<AgingAnswer> {
    const question = questionOf(asked);
    const limit = asked.limit ?? 100;
    const after = asked.cursor ? readCursor(question, asked.cursor).after : undefined;
    const bind = new Bind();
    const rows = asked.by ? pageSql(bind, after, limit + 1) : undefined;
    const statement = agingSql(bind, new Cut(bind, place), asked, TOTALS, rows);
    const found = (await this.pool.query<GroupRow>(statement, bind.values)).rows;
    const names = namesOf(asked);
    const page = found.filter(({ rank }) => rank === 1);
    const last = page.length > limit ? page[limit - 1]! : undefined;
    return {
      asOf: place.asOf,
      knownAt: place.knownAt.toISOString(),
      knownPosition: String(place.knownPosition),
      known: place.known,
      definition: `aging/${DEFINITION}`,
      basis: asked.basis ?? 'agreed',
      by: asked.by ?? null,
      currencies: found.filter(({ rank }) => rank === 0).map((row) => aged(row, names)),
      rows: page.slice(0, limit).map((row) => agedRow(row, names)),
      next:
        last === undefined
          ? null
          : cursorFrom(question, {
              after: [last.key === null ? '1' : '0', last.key ?? '', last.currency],
              pinned: { asOf: place.asOf, knownAt: place.knownAt.toISOString() },
            }),
    };
  }

  /** All rows (without `by`: the totals), a few hundred in memory at a time. */
  async *every(asked: AgingQuestion, place: Place): AsyncGenerator<AgedRow> {
    const bind = new Bind();
    const statement = asked.by
      ? agingSql(bind, new Cut(bind, place), asked, undefined, pageSql(bind))
      : agingSql(bind, new Cut(bind, place), asked, TOTALS);
    for await (const row of rowsOf<GroupRow>(this.pool, statement, bind.values)) {
      yield agedRow(row, namesOf(asked));
    }
  }

  /** What each of the customers owes at the place, per currency. */
  async ofCustomers(
    customers: readonly string[],
    place: Pick<Place, 'asOf'> & Partial<Place>,
  ): Promise<AgedRow[]> {
    const bind = new Bind();
    const cut = new Cut(bind, place);
    const grouping = { by: 'customer' as const, basis: 'agreed' as const, ends: STANDARD_BUCKETS, customers };
    const statement = `with ${groupsSql(bind, cut, grouping)}
      select 1 as rank, null as name, ${COLUMNS(STANDARD_BUCKETS, 'agreed')}, control from groups
      order by key collate "C", currency collate "C"`;
    const { rows } = await this.pool.query<GroupRow>(statement, bind.values);
    return rows.map((row) => agedRow(row, bucketNames(STANDARD_BUCKETS, 'agreed')));
  }
}

const namesOf = ({ buckets = STANDARD_BUCKETS, basis = 'agreed' }: AgingQuestion): string[] =>
  bucketNames(buckets, basis);

/** What a cursor belongs to: the question without its page. */
function questionOf({ limit: _limit, cursor: _cursor, ...question }: AgingQuestion): string {
  return JSON.stringify(['aging', Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

const COLUMNS = (ends: BucketEnds, basis: Basis, sum = (column: string): string => column): string => {
  const indexes = Object.keys(bucketNames(ends, basis));
  return `key, currency, array[${indexes.map((i) => `${sum(`n${i}`)}::int`).join(', ')}] as counts,
    array[${indexes.map((i) => `${sum(`a${i}`)}::text`).join(', ')}] as amounts,
    ${['open', 'overdue', 'extended', 'unapplied', 'pending'].map((c) => `${sum(c)} as ${c}`).join(', ')}`;
};

/** Totals of the groups, with the control of `control_lines` beside them. */
const TOTALS = (columns: string, control: string): string => `
  select 0 as rank, null as name, totals.*, coalesce(control.amount, 0) as control
  from (select ${columns} from (select *, null::text as nobody from groups) g group by currency) totals
  left join (${control}) control on control.currency = totals.currency`;

/** The groups in which something is, after the cursor's, with their names as known at the place. */
const pageSql =
  (bind: Bind, after?: readonly string[], limit?: number) =>
  (names: string): string => {
    const from = after
      ? `and ((g.key is null)::int, coalesce(g.key, '') collate "C", g.currency collate "C")
         > (${bind.add(after[0])}::int, ${bind.add(after[1])}::text, ${bind.add(after[2])}::text)`
      : '';
    return `select page.*, named.name from (
    select g.* from groups g
    where (${['open', 'unapplied', 'pending', 'control'].map((c) => `g.${c} <> 0`).join(' or ')}) ${from}
    order by (g.key is null), g.key collate "C", g.currency collate "C" ${limit ? `limit ${limit}` : ''}
  ) page left join lateral (${names}) named on true`;
  };

function agingSql(
  bind: Bind,
  cut: Cut,
  { by, basis = 'agreed', buckets: ends = STANDARD_BUCKETS }: AgingQuestion,
  totals?: typeof TOTALS,
  page?: (names: string) => string,
): string {
  const summed = COLUMNS(ends, basis, (column) => `sum(${column})`).replace(/^key/, 'null::text as key');
  const control = `select k.currency, sum(k.amount) as amount from live.control_lines k where ${cut.line('k')}
    group by k.currency`;
  const names = `select l.name from live.party_lines l
    where l.party = '${by === 'owner' ? 'person' : 'customer'}' and l.party_id = page.key
      and l.name is not null and ${cut.known('l')} order by l.position desc limit 1`;
  const rows = page && `select 1 as rank, name, ${COLUMNS(ends, basis)}, control from (${page(names)}) rows`;
  return `with ${groupsSql(bind, cut, { by, basis, ends })}
    select * from (${[totals?.(summed, control), rows].filter(Boolean).join('\nunion all\n')}) answer
    order by rank, (key is null), key collate "C", currency collate "C"`;
}

function aged(row: GroupRow, names: readonly string[]): Aged {
  const money = (amount: string): string => Money.of(amount, row.currency).toString();
  const [open, unapplied, pending, control] = [row.open, row.unapplied, row.pending, row.control].map(
    (amount) => Money.of(amount, row.currency),
  ) as [Money, Money, Money, Money];
  return {
    currency: row.currency,
    buckets: Object.fromEntries(
      names.map((name, i) => [name, { count: row.counts[i] ?? 0, amount: money(row.amounts[i] ?? '0') }]),
    ),
    open: open.toString(),
    overdue: money(row.overdue),
    extended: money(row.extended),
    disputed: Money.zero(row.currency).toString(),
    unapplied: unapplied.toString(),
    pending: pending.toString(),
    control: control.toString(),
    balanced: open.minus(unapplied).minus(pending).equals(control),
  };
}

const agedRow = (row: GroupRow, names: readonly string[]): AgedRow => ({
  key: row.key,
  name: row.name,
  ...aged(row, names),
});
