import type { Facet } from './list.js';
import { type Bind, type Conditions, PROJECTED, whereOf } from './sql.js';

/** Values of one facet that are told; the rest are counted together. */
export const MOST_VALUES = 20;

/** The rows that a question is about, to be counted. */
export interface Counted {
  /** A select of the rows, before any condition. */
  rows: string;
  bind: Bind;
  conditions: Conditions;
  /** Amounts to add up, as SQL over `r`, by name. */
  sums: Readonly<Record<string, string>>;
  /** What is counted, as SQL over `r`; the rows, when left out. */
  things?: string;
  /** Of the place on the axes; none: what the rows' own snapshot shows. */
  position?: string;
}

const added = (sums: Counted['sums']): string =>
  Object.entries(sums)
    .map(([name, sql]) => `, coalesce(sum(${sql}), 0)::text as "${name}"`)
    .join('');

const counted = (things?: string): string => (things ? `count(distinct ${things})` : 'count(*)');

/**
 * A row a currency: `position, currency, count, sums..., whole`; one without a currency where there are no rows. `whole` of the row
 * of all currencies: what is in two is counted once there.
 */
export function summarySql({ rows, bind, conditions, sums, position, things }: Counted): string {
  const at = position === undefined ? PROJECTED : `${bind.add(position)}::text`;
  return `select p.position, s.* from (select ${at} as position) p
    left join (
      select r.currency, ${counted(things)}::int as count${added(sums)}, grouping(r.currency) = 1 as whole from (${rows}) r
      ${whereOf(Object.values(conditions))} group by grouping sets ((r.currency), ())
    ) s on true order by s.currency`;
}

/**
 * Rows `name, value, count, all` of all facets, each counted without its own filter: one pass over the rows, in which what filters
 * of facets ask is worked out once a row, beside their values.
 */
export function facetsSql(
  { rows, conditions, things }: Counted,
  facets: readonly (Facet & { name: string })[],
): string {
  const own = facets.map(({ name }, i) => ({ name, as: `c${i}`, asks: conditions[name] }));
  const filtered = own.filter(({ asks }) => asks !== undefined);
  const common = Object.keys(conditions).filter((name) => !own.some((facet) => facet.name === name));
  const shown = [
    ...(things ? [`(${things}) as thing`] : []),
    ...facets.map(({ value }, i) => `(${value})::text as v${i}`),
    ...filtered.map(({ as, asks }) => `(${asks}) as ${as}`),
  ];
  const count = things ? 'count(distinct thing)' : 'count(*)';
  const ofEach = (told: (facet: string, i: number) => string): string =>
    `case ${facets.map(({ name }, i) => `when grouping(v${i}) = 0 then ${told(name, i)}`).join(' ')} end`;
  const others = (name: string): string => {
    const asked = filtered.filter((facet) => facet.name !== name).map(({ as }) => as);
    return asked.length === 0 ? count : `${count} filter (${whereOf(asked)})`;
  };
  const several = `name in (${["''", ...facets.flatMap(({ name, many }) => (many ? [`'${name}'`] : []))].join(', ')})`;
  return `with g as materialized (
      select ${ofEach((name) => `'${name}'`)} as name, ${ofEach((_, i) => `v${i}`)} as value, ${ofEach(others)} as n
      -- Values are worked out on what is joined: what they cost is no reason to join in another way.
      from (select ${shown.join(', ')} from (${rows}) r ${joinedOf(facets)}
        ${whereOf(common.map((name) => conditions[name]!))} offset 0) f
      group by grouping sets (${facets.map((_, i) => `(v${i})`).join(', ')})
    ), counts as (
      select name, value, n from g where n > 0 and not ${several}
      -- Few lists of values are had by many rows: each list is taken apart once.
      union all select g.name, u.value, sum(g.n) from g left join lateral ${each('g.value')} u (value) on true
      where n > 0 and ${several} group by 1, 2
    )
    select name, value, count, "all" from (
      select name, value, n::int as count, (sum(n) over (partition by name))::int as "all",
        row_number() over (partition by name order by n desc, value) as place
      from counts
    ) c where place <= ${MOST_VALUES} order by name, place`;
}

/** Rows `value, currency, count, sums..., key`, a row a value of the facet and currency. */
export function groupsSql({ rows, conditions, sums }: Counted, facet: Facet): string {
  const { value, many } = facet;
  const by = many ? 'u.value' : `(${value})::text`;
  const parted = many ? `left join lateral ${each(value)} u (value) on true` : '';
  return `select g.*, coalesce(g.value, '') || chr(1) || g.currency as key from (
      select ${by} as value, r.currency, count(*)::int as count${added({ ...sums, ...facet.sums?.(by) })}
      from (${rows}) r ${joinedOf([facet])} ${parted} ${whereOf(Object.values(conditions))} group by 1, 2
    ) g where g.currency is not null`;
}

/** Between the values of a row that has several: a text is counted sooner than an array. */
export const BETWEEN_VALUES = 'chr(1)';
const each = (value: string): string => `string_to_table(${value}, ${BETWEEN_VALUES})`;

const joinedOf = (facets: readonly Facet[]): string =>
  [...new Set(facets.flatMap(({ joined }) => joined ?? []))].join(' ');
