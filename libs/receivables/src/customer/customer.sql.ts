import { type Cut, revisionAt } from '@quittance/reading';
import { changedAt, fieldAt } from '../changes.sql.js';
import { mergesInForce } from '../reporting/merged.sql.js';

/** Columns of what is known of a customer, with the field that changes name it by. */
const FIELDS = {
  email: 'email',
  phone: 'phone',
  currency: 'currency',
  terms: 'terms',
  language: 'language',
  vat_id: 'vatId',
  address: 'address',
  contacts: 'contacts',
  segment: 'segment',
  high_value: 'highValue',
  credit_limit: 'creditLimit',
} as const;
const AS: Readonly<Record<string, 'boolean' | 'jsonb'>> = {
  ...{ terms: 'jsonb', address: 'jsonb', contacts: 'jsonb', credit_limit: 'jsonb', high_value: 'boolean' },
};
const CHANGES = { table: 'customer_lines', row: 'c' };

/** As they stand. */
const masterNow = (c: string): string =>
  ['id', 'name', 'owner_id', 'registered_on', ...Object.keys(FIELDS)]
    .map((column) => `${c}.${column}`)
    .join(', ');

/** Of a customer `c` with what was `said` at registration and what `changed`. */
const MASTER_AT = [
  'c.id',
  `${fieldAt('name', 'said.name')} as name`,
  `${fieldAt('ownerId', 'said.owner_id')} as owner_id`,
  'c.registered_on',
  ...Object.entries(FIELDS).map(
    ([column, field]) => `${fieldAt(field, `c.${column}`, AS[column])} as ${column}`,
  ),
].join(', ');

/** Registration of the customer `c`, with the name known last by the cut; no row where it was not known. */
const registered = (cut: Cut, more: string): string => `
  select (select n.name from live.party_lines n
          where n.party = 'customer' and n.party_id = c.id and n.name is not null and ${cut.known('n')}
          order by n.position desc limit 1) as name, p.owner_id, ${more}
  from live.party_lines p
  where p.party = 'customer' and p.party_id = c.id and p.says_owner and p.effective_on is null and ${cut.known('p')}
  order by p.position desc limit 1`;

/** Those who are shown: who is another one by the merges in force is in that one's row. */
export const shownOf = (customers: string, cut: Cut): string => `
  select c.* from (${customers}) c
  where not exists (select from live.merges m where m.customer_id = c.id and ${mergesInForce(cut)})`;

/** Customers as they stand; with a cut at a position, those that nothing touched since. */
export const currentCustomers = (cut: Cut): string =>
  `select ${masterNow('c')}, c.revision::text from live.customers c where ${cut.known('c')}`;

/** The others, known at the cut's position: named as then, and without what was erased since. */
export const touchedCustomers = (cut: Cut): string => `
  select ${MASTER_AT}, ${revisionAt(cut, 'said.stream')} as revision
  from live.customers c cross join lateral (${registered(
    cut,
    '(select m.stream from mirror.facts m where m.position = p.position) as stream',
  )}) said ${changedAt(cut, CHANGES)}
  where not (${cut.known('c')})`;

/** Customers known at the place, as they were then. */
export const customersAt = (cut: Cut): string => `
  select ${MASTER_AT}, null::text as revision
  from live.customers c cross join lateral (${registered(cut, 'p.position')}) said ${changedAt(cut, CHANGES)}`;
