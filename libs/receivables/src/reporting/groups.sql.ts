import type { Bind, Cut } from '@quittance/reading';
import { type Basis, type BucketEnds, bucketOf } from './buckets.js';
import { HELD, LATER, MAKING } from '../ledger/ledger.tables.js';
import { SUMS, summedSql } from '../ledger/sums.js';
import { notApart, splitItems, splitPart } from './apart.sql.js';
import { defaultOwners } from './default-owner.sql.js';
import { mergedPart } from './merged.sql.js';
import { agreedLine, counted } from './agreed.sql.js';
import { standingHeld, standingParts, touchedPart } from './recent.sql.js';

export interface Grouping {
  basis: Basis;
  by?: 'customer' | 'owner';
  ends: BucketEnds;
  /** Only these customers; without the control of rows. */
  customers?: readonly string[];
  /** The place is close to the present: only what was touched since is worked out from its lines. */
  recent?: boolean;
  /** False: without the control of rows. */
  control?: boolean;
  /** Some invoices are in parts: false only where there is none (`anyApart`). */
  apart: boolean;
  /** Somebody was merged, or handed over: groups are of whoever they are at the place. */
  mapped?: boolean;
  /** Selects of what is disputed of invoices: `invoice_id, amount`. */
  disputed?: readonly string[];
}

/**
 * Common table expressions up to `groups (key, currency, counts..., amounts..., open, overdue, extended,
 * unapplied, pending, credits, control)`: sums over accounts of the ledger, a pass over each kind of line. `control` of a
 * group comes from tables of its own.
 */
export function groupsSql(bind: Bind, cut: Cut, grouping: Grouping): string {
  const {
    by,
    ends,
    basis,
    customers,
    recent,
    mapped = false,
    control = true,
    disputed = [],
    apart,
  } = grouping;
  const asked = customers && `${bind.add(customers)}::text[]`;
  const only =
    asked &&
    (mapped
      ? `any(array(select unnest(${asked}) union all select g.customer_id from merged g where g.root = any(${asked})))`
      : `any(${asked})`);
  const among = (column: string): string => (only ? ` and ${column} = ${only}` : '');
  const owned = by === 'owner';
  const controlled = by !== undefined && !customers && control;
  const n = (basis === 'issued' ? 0 : 1) + ends.length + 1;
  const every = (column: (i: number) => string): string =>
    Array.from({ length: n }, (_, i) => column(i)).join(', ');
  const money = ['open', 'overdue', 'extended', 'disputed', ...HELD_COLUMNS, 'control'];
  const parts = [
    itemsPart(every),
    recent && !by ? standingHeldPart(cut, every) : heldPart(cut, partyKey(by, 'c'), owned, every, among),
    ...(controlled ? controlParts(cut, by, every) : []),
    ...(disputed.length > 0 ? [disputedPart(cut, by, every, disputed, among('v.customer_id'))] : []),
  ];
  const these = recent
    ? 'select invoice_id from touched'
    : only && `select id from live.invoices where customer_id = ${only}`;
  // Few are looked up, all are read through.
  const making = these
    ? `(select l.* from live.invoices v join live.ledger_lines l on l.position = v.issued_at where v.id in (${these}))`
    : 'live.ledger_lines';
  const ofThese = (alias: string): string => (these ? ` and ${alias}.invoice_id in (${these})` : '');
  const ofRoots = mapped && by === 'customer';
  const standing = recent ? standingParts(cut, { basis, ends, by }) : [];
  const split = { basis, ends, by, recent, only: among('v.customer_id') };
  return `
${mapped ? `${mergedPart(cut)},` : ''} ${recent ? `${touchedPart(cut)},` : ''} settled as materialized (
  select s.invoice_id, sum(s.amount) as amount from live.ledger_lines s
  where ${LATER} and ${cut.line('s')}${ofThese('s')} group by s.invoice_id
), due as (
  ${lastLine('due_date_lines', 'due_on', agreedLine(cut, 'l'), ofThese('l'))}
), ${owned ? `owned as (${lastLine('owner_lines', 'owner_id', cut.line('l'))}), ${defaultOwners(cut, mapped)},` : ''}
item as not materialized (
  select i.invoice_id, i.party as customer_id, ${owned ? 'coalesce(o.owner_id, i.owner_id)' : 'i.owner_id'} as owner_id,
         i.currency, i.amount as made, s.amount as later, i.effective_on as issued_on,
         ${basis === 'contractual' ? 'i.due_on' : 'coalesce(d.due_on, i.due_on)'} as due_on,
         coalesce(d.due_on <> i.due_on, false) as extended
  from ${making} i
  left join settled s on s.invoice_id = i.invoice_id
  left join due d on d.invoice_id = i.invoice_id
  ${owned ? 'left join owned o on o.invoice_id = i.invoice_id' : ''}
  where i.${MAKING} and ${cut.line('i')}${apart ? ` and ${notApart('i.invoice_id')}` : ''}
), ${apart ? `${splitPart(cut, split)}, ` : ''}bucketed (key, currency, bucket, overdue, extended, n, open) as (
  ${[bucketedItems(cut, grouping), ...standing, ...(apart ? [splitItems(cut, split)] : [])].join('\n  union all\n  ')}
), parts (key, currency, ${every((i) => `n${i}`)}, ${every((i) => `a${i}`)}, ${money.join(', ')}) as (
  ${parts.join('\n  union all\n  ')}
), groups as materialized (
  select ${ofRoots ? 'coalesce(g.root, key) as key' : 'key'}, currency, ${every((i) => `sum(n${i}) as n${i}`)}, ${every((i) => `sum(a${i}) as a${i}`)},
         ${money.map((column) => `sum(${column}) as ${column}`).join(', ')}
  from parts ${ofRoots ? 'left join merged g on g.customer_id = key' : ''} group by 1, currency
)`;
}

/** Columns of what is held for customers, in this order. */
export const HELD_COLUMNS = ['unapplied', 'pending', 'credits'] as const;

type Every = (column: (i: number) => string) => string;

/**
 * Sums by bucket first: one addition an item, not one for every column that it might go into. In all, by the days of
 * the items before that: they are few, so that only their buckets are worked out, and no amount is taken from another.
 */
function bucketedItems(cut: Cut, { by, basis, ends, customers }: Grouping): string {
  const days = `due_on, extended${basis === 'issued' ? ', issued_on' : ''}`;
  const open = 'made + coalesce(later, 0)';
  const rows = by
    ? `select ${by}_id as key, currency, ${days}, (${open} <> 0)::int as n, ${open} as open
    from item ${customers ? `where ${open} <> 0` : ''}`
    : `select null::text as key, currency, ${days}, count(*) as n, sum(made) + coalesce(sum(later), 0) as open
      from item where ${open} <> 0 group by currency, ${days}`;
  const bucket = bucketOf(`${cut.day} - ${basis === 'issued' ? 'issued_on' : 'due_on'}`, ends, basis);
  return `select key, currency, ${bucket}, ${cut.day} > due_on, extended, sum(n), sum(open)
  from (${rows}) item group by 1, 2, 3, 4, 5`;
}

/** The last known line of each invoice by (effective_on, position): the tables hold changes only, and few. */
const lastLine = (table: string, column: string, counts: string, among = ''): string =>
  `select distinct on (l.invoice_id) l.invoice_id, l.${column} from ${counted(table, 'l', `${counts}${among}`)}
  order by l.invoice_id, l.effective_on desc, l.position desc`;

/** What was taken out of what stands now may leave nothing of a customer or a currency: then it is no part. */
const itemsPart = (every: Every): string =>
  `select key, currency, ${every((i) => `coalesce(sum(n) filter (where bucket = ${i}), 0)`)},
         ${every((i) => `coalesce(sum(open) filter (where bucket = ${i}), 0)`)}, sum(open),
         coalesce(sum(open) filter (where overdue), 0), coalesce(sum(open) filter (where extended), 0), 0,
         ${HELD_COLUMNS.map(() => '0').join(', ')}, 0
  from bucketed group by 1, 2 having sum(n) <> 0`;

/** Whose row money is in: its customer's, or that customer's default owner's; null when nobody knows. */
const partyKey = (by: Grouping['by'], alias: string): string =>
  by === 'customer' ? `${alias}.party` : by === 'owner' ? 'w.owner_id' : 'null::text';

const ownerOf = (alias: string): string => `left join default_owner w on w.customer_id = ${alias}.party`;

const zeros = (every: Every): string => `${every(() => '0')}, ${every(() => '0')}`;

const heldColumns = (every: Every): string =>
  `c.currency, ${zeros(every)}, 0, 0, 0, 0, ${HELD_COLUMNS.map((name) => summedSql(SUMS[name], 'c')).join(', ')}, 0`;

/** The same in all, close to the present. */
const standingHeldPart = (cut: Cut, every: Every): string =>
  `select null::text, ${heldColumns(every)} from ${standingHeld(cut)} c group by c.currency having sum(c.n) <> 0`;

/** Money and credits that are held for customers, by whose they are. */
const heldPart = (
  cut: Cut,
  key: string,
  owned: boolean,
  every: Every,
  among: (column: string) => string,
): string =>
  `select ${key}, ${heldColumns(every)}
  from live.ledger_lines c ${owned ? ownerOf('c') : ''}
  where c.${HELD} and ${cut.line('c')}${among('c.party')} group by 1, 2`;

/** What is disputed of each invoice, at most what is open of it. Few are: they are looked up one by one. */
function disputedPart(
  cut: Cut,
  by: Grouping['by'],
  every: Every,
  disputed: readonly string[],
  among: string,
): string {
  const owner = by === 'owner' ? 'coalesce(o.owner_id, m.owner_id)' : 'm.owner_id';
  const item = `(select v.id as invoice_id, v.customer_id, ${owner} as owner_id, v.currency, m.amount as made, later.amount as later
    from live.invoices v join live.ledger_lines m on m.position = v.issued_at and m.${MAKING} and ${cut.line('m')}
    ${by === 'owner' ? 'left join owned o on o.invoice_id = v.id' : ''}
    left join lateral (select sum(s.amount) as amount from live.ledger_lines s
      where s.invoice_id = v.id and s.${LATER} and ${cut.line('s')}) later on true where true${among})`;
  const open = 'i.made + coalesce(i.later, 0)';
  return `select ${by ? `i.${by}_id` : 'null::text'}, i.currency, ${zeros(every)}, 0, 0, 0,
         sum(least(d.amount, ${open})), ${HELD_COLUMNS.map(() => '0').join(', ')}, 0
  from (select h.invoice_id, sum(h.amount) as amount from (${disputed.join(' union all ')}) h group by 1) d
  join ${item} i on i.invoice_id = d.invoice_id and ${open} > 0 group by 1, 2`;
}

/** Lines of the control that name an invoice and do not make it. */
const OF_LATER = '(invoice_id is not null and owner_id is null)';

/** Where an invoice is named, its owner's row; else the customer's, or that of the customer's default owner. */
function controlParts(cut: Cut, by: 'customer' | 'owner', every: Every): string[] {
  const part = (key: string, lines: string, owners: string): string =>
    `select ${key}, k.currency, ${zeros(every)}, 0, 0, 0, 0, ${HELD_COLUMNS.map(() => '0').join(', ')}, sum(k.amount)
  from ${lines} k ${owners} where ${cut.line('k')} group by 1, 2`;
  if (by === 'customer')
    return ['live.control_lines', 'live.control_moves'].map((lines) => part('k.party', lines, ''));
  const owned = `${ownerOf('k')} left join owned o on o.invoice_id = k.invoice_id`;
  const key = (first: string): string =>
    `case when k.invoice_id is null then w.owner_id when ${first} is not null then coalesce(o.owner_id, ${first}) end`;
  // The line that made the invoice says who owned it at first: not one that takes from it later.
  const columns = 'party, invoice_id, currency, amount, effective_on, position, stated_at';
  const later = `(select ${columns} from live.control_moves
    union all select ${columns} from live.control_lines where ${OF_LATER})`;
  const first = `left join live.control_lines f on f.invoice_id = k.invoice_id and f.owner_id is not null and ${cut.line('f')}`;
  return [
    part(key('k.owner_id'), `(select * from live.control_lines where not ${OF_LATER})`, owned),
    part(key('f.owner_id'), later, `${owned} ${first}`),
  ];
}
