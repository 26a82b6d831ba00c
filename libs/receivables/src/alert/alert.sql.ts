import type { Cut } from '@quittance/reading';
import { openWork } from '../work/work.cut.js';
import { why } from '../reporting/why.sql.js';

/** What people are told: of due dates, and of what was escalated to them. */
const KINDS = ['escalated', 'not-followed-up', 'alerted', 'overdue', 'due-today', 'due-soon'] as const;
export type AlertKind = (typeof KINDS)[number];

/** Items that a digest names. */
export const MOST_ITEMS = 100;

/** How a person is told, as known at the cut: columns of an expression. @param person in SQL */
export const chosenAt = (cut: Cut, person: string, column: 'alerts' | 'language'): string => `(
  select k.${column} from live.alert_choices k where k.person_id = ${person} and ${cut.known('k')}
  order by k.position desc limit 1)`;

/** Of the work list what people are told, with the due date: `owner_id, deputy_id, urgency` and columns of an item. */
const toTell = (cut: Cut): string => `
  select w.owner_id, w.deputy_id, w.urgency, w.id, w.kind, w.invoice_id as "invoiceId", w.number, w.customer_id as "customerId",
         coalesce(e.agreed_due_on, substring(w.id from '\\d{4}-\\d\\d-\\d\\d$')::date)::text as "dueOn",
         w.amount::text as open, w.currency
  from (${openWork(cut)}) w
  left join lateral (
    select r.agreed_due_on from live.reminders r
    where w.kind in ('escalated', 'alerted') and r.id::text = split_part(w.id, '.', 2) limit 1
  ) e on true
  where w.kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')}) and w.amount is not null`;

const ITEM = `json_build_object('id', t.id, 'kind', t.kind, 'invoiceId', t."invoiceId", 'number', t.number, 'customerId', t."customerId",
  'dueOn', t."dueOn", 'open', t.open, 'currency', t.currency)`;

/**
 * Everybody who is told by mail or by webhook and has something to be told, the most urgent first: theirs, and of those for whom they
 * stand in. Rows of `personId, alerts, language, address, items, all`. @param after a person's id: the page after it
 */
export const digestsToDraw = (cut: Cut, { after, limit }: { after: string; limit: number }): string => `
  with told as (
    select p.id, p.email, ${chosenAt(cut, 'p.id', 'alerts')} as alerts, ${chosenAt(cut, 'p.id', 'language')} as language
    from live.people p where p.id > ${after} and exists (select from live.alert_choices c where c.person_id = p.id)
  ), page as (select * from told where alerts <> 'none' order by id limit ${String(limit)}),
  work as materialized (${toTell(cut)}),
  theirs as (
    select page.id as person, w.*, row_number() over (partition by page.id order by w.urgency, w.id) as nth
    from page join work w on page.id in (w.owner_id, w.deputy_id)
  )
  select page.id as "personId", page.alerts, page.language, page.email is not null as addressed,
         (select count(*)::int from theirs t where t.person = page.id) as "all",
         coalesce((select json_agg(${ITEM} order by t.nth) from theirs t where t.person = page.id and t.nth <= ${MOST_ITEMS}), '[]') as items
  from page order by page.id`;

/** Of these things to do those that are still there, as they are now. @param ids in SQL: an array of texts */
export const stillThere = (cut: Cut, ids: string): string => `
  select t.id, t.kind, t."invoiceId", t.number, t."customerId", t."dueOn", t.open, t.currency
  from (${toTell(cut)}) t where t.id = any(${ids}) order by t.urgency, t.id`;

/** People who are to be told by mail and have no address: for whoever may give them one. */
export const unaddressed = (cut: Cut): string => `
  select p.id as source, null::uuid as invoice_id, null::text as customer_id,
         (select a.id from live.people a where 'admin' = any(a.roles) order by a.id limit 1) as owner_id,
         c.effective_on as since, null::numeric as amount, null::text as currency,
         ${why('{personId} is to be told by mail and has no address', { personId: 'p.id' })}
  from live.people p
  join lateral (
    select k.alerts, k.effective_on from live.alert_choices k where k.person_id = p.id and ${cut.line('k')}
    order by k.position desc limit 1
  ) c on c.alerts = 'mail'
  where p.email is null`;
