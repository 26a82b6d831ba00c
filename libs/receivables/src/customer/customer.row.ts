import type { CustomerItem } from './customer.columns.js';

/** A customer as PostgreSQL gives it. */
export interface CustomerListRow {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  currency: string | null;
  terms: CustomerItem['terms'];
  owner_id: string | null;
  language: string | null;
  registered_on: string;
  vat_id: string | null;
  address: CustomerItem['address'] | null;
  contacts: CustomerItem['contacts'] | null;
  segment: string | null;
  high_value: boolean | null;
  credit_limit: CustomerItem['creditLimit'] | null;
  /** Of one customer, not in lists: there nobody is shown who is another one. */
  merged_into?: string | null;
  revision: string | null;
  list_at?: string;
}

/** `at`: the position at which it was read as it stands. */
export type Bare = Omit<CustomerItem, 'balances'> & { at?: string };

/** What only changes say is left out where there is none: answers about customers that never changed keep their bytes. */
export const customer = (row: CustomerListRow): Bare => ({
  id: row.id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  currency: row.currency,
  terms: row.terms,
  ownerId: row.owner_id,
  language: row.language,
  registeredOn: row.registered_on,
  ...(row.vat_id !== null && { vatId: row.vat_id }),
  ...(row.address !== null && { address: row.address }),
  ...(row.contacts !== null && { contacts: row.contacts }),
  ...(row.segment !== null && { segment: row.segment }),
  ...(row.high_value !== null && { highValue: row.high_value }),
  ...(row.credit_limit !== null && { creditLimit: row.credit_limit }),
  ...(row.merged_into && { mergedInto: row.merged_into }),
  ...(row.revision !== null && { revision: Number(row.revision) }),
  ...(row.list_at !== undefined && { at: row.list_at }),
});
