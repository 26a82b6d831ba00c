import type { Cut } from '@quittance/reading';
import { published } from '../manifest/published.js';
import { defaultOwners } from '../reporting/default-owner.sql.js';
import { mergedPart } from '../reporting/merged.sql.js';

/** Days since the epoch are below it: first the kind, then how long it waits. */
const A_KIND = 1_000_000;

/** Who owned an invoice at the cut: by the last assignment that counts, else as it was issued. */
const ownerOf = (cut: Cut): string => `coalesce(
    (select o.owner_id from live.owner_lines o where o.invoice_id = w.invoice_id and ${cut.line('o')}
     order by o.effective_on desc, o.position desc limit 1),
    (select l.owner_id from live.invoices v join live.ledger_lines l on l.position = v.issued_at and l.owner_id is not null
     where v.id = w.invoice_id limit 1))`;

/** Whoever leads a person, as they stand. */
const leadOf = (person: string): string =>
  `coalesce((select coalesce(p.lead_id, p.manager_id) from live.people p where p.id = ${person}), ${person})`;

/** Everything to do at the cut, whoever said that it was done: rows of the list. */
export const allWork = (cut: Cut): string => {
  const each = published().work.map(
    ({ kind, urgency, next, relation, for: whom = 'owner' }) => `
    select '${kind}' as kind, '${whom}' as whom, ${urgency} as rank, replace('${next}', '{id}', split_part(x.source::text, '.', 1)) as next, x.source::text, x.invoice_id::uuid, x.customer_id::text,
           x.owner_id::text, x.why::text, x.params, x.since::date, x.amount::numeric, x.currency::text
    from (${relation(cut)}) x`,
  );
  const beside = new Set(published().work.flatMap((offered) => offered.beside?.(cut) ?? []));
  return `
  with ${[mergedPart(cut), defaultOwners(cut, true), ...beside].join(', ')}
  select w.id, w.kind, w.next, w.invoice_id, w.number, w.customer_id, w.owner_id, a.deputy_id, w.why, w.params, w.since, w.amount, w.currency,
         w.rank * ${A_KIND} + (w.since - date '1970-01-01') as urgency
  from (
    select w.kind || '.' || w.source as id, w.*, i.number,
           case when w.named is not null then w.named
                when w.whom = 'account-manager' and d.owner_id is not null then d.owner_id
                when w.whom = 'lead' then ${leadOf('followed.owner_id')}
                when w.invoice_id is not null then followed.owner_id else d.owner_id end as owner_id
    from (select e.kind, e.whom, e.rank, e.next, e.source, e.invoice_id, e.customer_id, e.owner_id as named, e.why, e.params, e.since, e.amount,
                 e.currency from (${each.join(' union all ')}) e) w
    left join live.invoices i on i.id = w.invoice_id
    left join default_owner d on d.customer_id = w.customer_id
    cross join lateral (select ${ownerOf(cut)} as owner_id offset 0) followed
  ) w
  left join lateral (
    select b.deputy_id from live.absences b
    where b.person_id = w.owner_id and ${cut.day} between b.from_day and b.to_day and ${cut.known('b')} limit 1
  ) a on true`;
};

/** What is to be done still: nobody did it, and nobody put it off beyond the day. */
export const openWork = (cut: Cut): string => `
  select t.* from (${allWork(cut)}) t
  where not exists (select from live.work_marks k
    where k.item_id = t.id and ${cut.line('k')} and (k.until is null or ${cut.day} < k.until))`;
