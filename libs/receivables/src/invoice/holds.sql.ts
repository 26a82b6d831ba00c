import { BETWEEN_VALUES, type Cut, type Facet } from '@quittance/reading';
import { published } from '../manifest/published.js';

// What holds invoices up, by whichever features: each says its own. Money fills first what nothing holds up, so that of several
// parts the later ones may hold up nothing more.

/** Kinds of holds, in the words of all features. */
export const HOLD_KINDS = [
  'disputed',
  'promised',
  'on-plan',
  'paused',
  'extended',
  'in-collection',
  'insolvent',
] as const;

/** `invoice_id, kind, id, since, until, amount, before`: with what the holds before it hold up. */
const heldSql = (cut: Cut): string => `
  select h.*, coalesce(sum(h.amount) over (partition by h.invoice_id order by h.since, h.id
           rows between unbounded preceding and 1 preceding), 0) as before
  from (${published()
    .holds.map(
      ({ kind, relation }) =>
        `select h.invoice_id, '${kind}' as kind, h.id, h.since, h.until, h.amount from (${relation(cut)}) h`,
    )
    .join(' union all ')}) h`;

/** Whether a hold `h` holds up something of the invoice `r`. What is void is over. */
const holdsUp = `(h.amount is null or h.before < r.open) and r.document <> 'void'`;

/** Invoices with what holds them up beside them, the earliest first: as JSON, null where there is nothing. */
export const withHolds = (cut: Cut, rows: string): string => `
  select r.*, (
    select jsonb_agg(jsonb_build_object('kind', h.kind, 'id', h.id, 'since', h.since, 'until', h.until,
             'amount', case when h.amount is not null then least(h.amount, r.open - h.before)::text end) order by h.since, h.id)
    from (${heldSql(cut)}) h where h.invoice_id = r.id and ${holdsUp}
  ) as holds
  from (${rows}) r`;

/** The condition that one of some kinds holds the invoice `r` up. */
export const heldBy = (cut: Cut, kinds: readonly string[]): string => `exists (
  select from (${heldSql(cut)}) h
  where h.invoice_id = r.id and h.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')}) and ${holdsUp})`;

/** Invoices by what holds them up, each kind once. */
export const holdFacet = (cut: Cut): Facet => ({
  many: true,
  joined: `left join (
    select h.invoice_id, array_agg(h.kind) as kinds, array_agg(h.amount) as amounts, array_agg(h.before) as earlier
    from (${heldSql(cut)}) h group by 1
  ) held on held.invoice_id = r.id`,
  value: `case when held.invoice_id is not null then (
    select string_agg(distinct h.kind, ${BETWEEN_VALUES}) from unnest(held.kinds, held.amounts, held.earlier) h (kind, amount, before) where ${holdsUp}) end`,
});
