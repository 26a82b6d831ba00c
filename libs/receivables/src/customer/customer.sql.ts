import type { Cut } from '@quittance/reading';
import { fieldAt } from '../changes.sql.js';

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
export const CHANGES = { table: 'customer_lines', row: 'c' };

/** As they stand. */
export const masterNow = (c: string): string =>
  ['id', 'name', 'owner_id', 'registered_on', ...Object.keys(FIELDS)]
    .map((column) => `${c}.${column}`)
    .join(', ');

/** Of a customer `c` with what was `said` at registration and what `changed`. */
export const MASTER_AT = [
  'c.id',
  `${fieldAt('name', 'said.name')} as name`,
  `${fieldAt('ownerId', 'said.owner_id')} as owner_id`,
  'c.registered_on',
  ...Object.entries(FIELDS).map(
    ([column, field]) => `${fieldAt(field, `c.${column}`, AS[column])} as ${column}`,
  ),
].join(', ');

/** Registration of the customer `c`, with the name known last by the cut; no row where it was not known. */
export const registered = (cut: Cut, more: string): string => `
  select (select n.name from live.party_lines n
          where n.party = 'customer' and n.party_id = c.id and n.name is not null and ${cut.known('n')}
          order by n.position desc limit 1) as name, p.owner_id, ${more}
  from live.party_lines p
  where p.party = 'customer' and p.party_id = c.id and p.says_owner and p.effective_on is null and ${cut.known('p')}
  order by p.position desc limit 1`;
