import type { Cut } from '@quittance/reading';

/** So many gaps of a series are told one by one, and so many numbers that there are twice. */
const MOST = 100;

/**
 * Numbers of documents by series: what stands before the last digits of each. A void invoice keeps its number; an opening item has
 * one of elsewhere, and is left out.
 */
export const numberingSql = (cut: Cut): string => `
  with documents as (
    select 'invoice' as kind, i.number from live.invoices i
    where i.opening_on is null and ${cut.known('i', 'issued')} and ${cut.counts('i.issued_on')}
    union all
    select 'credit-note', c.number from live.credit_notes c
    where c.counts_on = c.issued_on and ${cut.known('c', 'received')} and ${cut.counts('c.issued_on')}
  ), numbered as (
    select d.kind, d.number, m.p[1] as series, m.p[2]::numeric as n
    from documents d cross join lateral (select regexp_match(d.number, '^(.*?)(\\d{1,18})$') as p) m
    where m.p is not null
  ), stepped as materialized (
    select t.*, lag(t.n) over w as previous, lag(t.number) over w as after, row_number() over w as nth,
           count(*) over (partition by t.kind, t.series) as documents,
           count(*) over (partition by t.kind, t.series, t.n) as alike
    from numbered t window w as (partition by t.kind, t.series order by t.n, t.number collate "C")
  ), gaps as (
    select g.kind, g.series,
           jsonb_agg(jsonb_build_object('after', g.after, 'before', g.number, 'missing', (g.n - g.previous - 1)::text) order by g.n) as told
    from (select s.*, row_number() over (partition by s.kind, s.series order by s.n) as gap
          from stepped s where s.n > s.previous + 1) g
    where g.gap <= ${MOST} group by 1, 2
  ), twice as (
    select d.kind, d.series, jsonb_agg(d.number order by d.nth) as told
    from (select s.*, row_number() over (partition by s.kind, s.series order by s.nth) as place
          from stepped s where s.alike > 1) d
    where d.place <= ${MOST} group by 1, 2
  )
  select s.kind || ' ' || s.series as id, s.kind, s.series, s.first, s.last, s.documents, s.missing,
         null::text as currency, g.told as gaps, d.told as duplicates
  from (
    select kind, series, count(*) as documents, coalesce(sum(n - previous - 1) filter (where n > previous), 0) as missing,
           max(number) filter (where nth = 1) as first, max(number) filter (where nth = documents) as last
    from stepped group by kind, series
  ) s
  left join gaps g on g.kind = s.kind and g.series = s.series
  left join twice d on d.kind = s.kind and d.series = s.series`;
