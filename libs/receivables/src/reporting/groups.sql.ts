import type { Bind } from '@quittance/reading';
import type { Basis, BucketEnds } from './buckets.js';
import { bucketOf } from './buckets.js';
import type { Cut } from '@quittance/reading';
import { standingParts, touchedPart } from './recent.sql.js';

export interface Grouping {
  basis: Basis;
  by?: 'customer' | 'owner';
  ends: BucketEnds;
  /** Only these customers; without the control of rows. */
  customers?: readonly string[];
  /** The place is close to the present: only what was touched since is worked out from its lines. Not by owner. */
  recent?: boolean;
  /** False: without the control of rows. */
  control?: boolean;
}

/**
 * Common table expressions up to `groups (key, currency, counts..., amounts..., open, overdue, extended,
 * unapplied, pending, control)`: one pass over the items and one over each kind of line. `control` of a group is what
 * was issued less what the payment history says was received for it: other tables than open, unapplied and pending.
 */
export function groupsSql(bind: Bind, cut: Cut, grouping: Grouping): string {
  const { by, ends, basis, customers, recent, control = true } = grouping;
  const only = customers && `any(${bind.add(customers)}::text[])`;
  const among = (column: string): string => (only ? ` and ${column} = ${only}` : '');
  const owned = by === 'owner';
  const controlled = by !== undefined && !customers && control;
  const n = (basis === 'issued' ? 0 : 1) + ends.length + 1;
  const every = (column: (i: number) => string): string =>
    Array.from({ length: n }, (_, i) => column(i)).join(', ');
  const money = ['open', 'overdue', 'extended', 'unapplied', 'pending', 'control'];
  const parts = [
    itemsPart(every),
    cashPart(cut, partyKey(by, 'c'), owned, every, among),
    ...(controlled ? receivedParts(cut, by, every) : []),
  ];
  const these = recent
    ? 'select invoice_id from touched'
    : only && `select invoice_id from live.receivable_items where customer_id = ${only}`;
  const ofThese = (alias: string): string => (these ? ` and ${alias}.invoice_id in (${these})` : '');
  const standing = recent ? standingParts(cut, { basis, ends, by: by === 'customer' ? by : undefined }) : [];
  return `
${recent ? `${touchedPart(cut)},` : ''} settled as materialized (
  select s.invoice_id, sum(s.amount) as amount from live.settlement_lines s
  where ${cut.line('s')}${ofThese('s')} group by s.invoice_id
), due as (
  ${lastLine('live.due_date_lines', 'due_on', cut, ofThese('l'))}
), ${owned ? `owned as (${lastLine('live.owner_lines', 'owner_id', cut)}), ${defaultOwners(cut)},` : ''}
item as (
  select i.invoice_id, i.customer_id, ${owned ? 'coalesce(o.owner_id, i.owner_id)' : 'i.owner_id'} as owner_id,
         i.currency, i.total, s.amount as settled, i.issued_on,
         ${basis === 'contractual' ? 'i.due_on' : 'coalesce(d.due_on, i.due_on)'} as due_on,
         coalesce(d.due_on <> i.due_on, false) as extended
  from live.receivable_items i
  left join settled s on s.invoice_id = i.invoice_id
  left join due d on d.invoice_id = i.invoice_id
  ${owned ? 'left join owned o on o.invoice_id = i.invoice_id' : ''}
  where ${cut.line('i', 'issued_on')}${recent ? ofThese('i') : among('i.customer_id')}
), bucketed (key, currency, bucket, overdue, extended, n, open, total) as (
  ${[bucketedItems(cut, { basis, ends, by, customers }), ...standing].join('\n  union all\n  ')}
), parts (key, currency, ${every((i) => `n${i}`)}, ${every((i) => `a${i}`)}, ${money.join(', ')}) as (
  ${parts.join('\n  union all\n  ')}
), groups as materialized (
  select key, currency, ${every((i) => `sum(n${i}) as n${i}`)}, ${every((i) => `sum(a${i}) as a${i}`)},
         ${money.map((column) => `sum(${column}) as ${column}`).join(', ')}
  from parts group by key, currency
)`;
}

type Every = (column: (i: number) => string) => string;

/**
 * Sums by bucket first: one addition an item, not one for every column that it might go into. In all, by the days of
 * the items before that: they are few, so that only their buckets are worked out, and no amount is taken from another.
 */
function bucketedItems(cut: Cut, { by, basis, ends, customers }: Grouping): string {
  const days = `due_on, extended${basis === 'issued' ? ', issued_on' : ''}`;
  const open = 'total <> coalesce(settled, 0)';
  const rows = by
    ? `select ${by}_id as key, currency, ${days}, (${open})::int as n, total - coalesce(settled, 0) as open, total
    from item ${customers ? `where ${open}` : ''}`
    : `select null::text as key, currency, ${days}, count(*) as n, sum(total) - coalesce(sum(settled), 0) as open,
      sum(total) as total from item where ${open} group by currency, ${days}`;
  const bucket = bucketOf(`${cut.day} - ${basis === 'issued' ? 'issued_on' : 'due_on'}`, ends, basis);
  return `select key, currency, ${bucket}, ${cut.day} > due_on, extended, sum(n), sum(open), sum(total)
  from (${rows}) item group by 1, 2, 3, 4, 5`;
}

/** The last known line of each invoice by (effective_on, position): the tables hold changes only, and few. */
const lastLine = (table: string, column: string, cut: Cut, among = ''): string =>
  `select distinct on (l.invoice_id) l.invoice_id, l.${column} from ${table} l
  where ${cut.line('l')}${among} order by l.invoice_id, l.effective_on desc, l.position desc`;

const defaultOwners = (cut: Cut): string =>
  `default_owner as (
  select distinct on (p.party_id) p.party_id as customer_id, p.owner_id from live.party_lines p
  where p.party = 'customer' and ${cut.known('p')} order by p.party_id, p.position desc
)`;

/** What was taken out of what stands now may leave nothing of a customer or a currency: then it is no group. */
const itemsPart = (every: Every): string =>
  `select key, currency, ${every((i) => `coalesce(sum(n) filter (where bucket = ${i}), 0)`)},
         ${every((i) => `coalesce(sum(open) filter (where bucket = ${i}), 0)`)}, sum(open),
         coalesce(sum(open) filter (where overdue), 0), coalesce(sum(open) filter (where extended), 0),
         0, 0, sum(total)
  from bucketed group by 1, 2 having sum(n) <> 0 or sum(total) <> 0`;

/** Whose row money is in: its customer's, or that customer's default owner's; null when nobody knows. */
const partyKey = (by: Grouping['by'], alias: string): string =>
  by === 'customer' ? `${alias}.customer_id` : by === 'owner' ? 'w.owner_id' : 'null::text';

const ownerOf = (alias: string): string =>
  `left join default_owner w on w.customer_id = ${alias}.customer_id`;

const zeros = (every: Every): string => `${every(() => '0')}, ${every(() => '0')}`;

const cashPart = (
  cut: Cut,
  key: string,
  owned: boolean,
  every: Every,
  among: (column: string) => string,
): string =>
  `select ${key}, c.currency, ${zeros(every)}, 0, 0, 0,
         coalesce(sum(c.amount) filter (where c.kind = 'unapplied'), 0),
         coalesce(sum(c.amount) filter (where c.kind = 'pending'), 0), 0
  from live.cash_lines c ${owned ? ownerOf('c') : ''}
  where ${cut.line('c')}${among('c.customer_id')} group by 1, 2`;

/**
 * Money received, by whom it was received for: what an invoice took or has yet to answer is its customer's (once
 * it took it, its owner's), the rest of a payment is its payer's.
 */
function receivedParts(cut: Cut, by: 'customer' | 'owner', every: Every): string[] {
  const row = `${zeros(every)}, 0, 0, 0, 0, 0`;
  const answered = `coalesce(${cut.known('a', 'answered')}, false)`;
  const applied = `(${answered} and a.status = 'applied' and a.applied_on <= ${cut.day})`;
  const taken = `case when not ${answered} then a.requested when ${applied} then a.applied else 0 end`;
  const requested = `a.received_on <= ${cut.day} and ${cut.known('a', 'requested')}`;
  const invoiceKey =
    by === 'customer' ? 'a.customer_id' : `case when ${applied} then i.owner_id else w.owner_id end`;
  const owners = by === 'owner' ? `${ownerOf('a')} left join item i on i.invoice_id = a.invoice_id` : '';
  return [
    `select ${invoiceKey}, a.currency, ${row}, -sum(${taken})
  from live.payment_allocations a ${owners} where ${requested} group by 1, 2`,
    `select ${partyKey(by, 'p')}, p.currency, ${row}, -sum(p.received - coalesce(t.taken, 0))
  from live.payments p ${by === 'owner' ? ownerOf('p') : ''}
  left join (
    select a.payment_id, sum(${taken}) as taken from live.payment_allocations a where ${requested} group by 1
  ) t on t.payment_id = p.id
  where p.received_on <= ${cut.day} and ${cut.known('p', 'received')} group by 1, 2`,
  ];
}
