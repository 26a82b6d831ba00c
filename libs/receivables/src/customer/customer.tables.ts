import { beginningIndex, wordsIndex } from '../words.js';
import { standingTable } from '@quittance/read-model';
import type { ChangedOn } from '../changes.decider.js';
import { fieldLines } from '../changes.tables.js';

export interface CustomerRow {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  currency: string | null;
  terms: unknown;
  owner_id: string | null;
  language: string | null;
  registered_on: string;
  vat_id: string | null;
  address: unknown;
  contacts: unknown;
  segment: string | null;
  high_value: boolean | null;
  credit_limit: unknown;
  changed_on: ChangedOn | null;
}
export const customers = standingTable<CustomerRow>({
  name: 'customers',
  comment: 'Customers as they stand now, without balances: those are sums of invoices and ledger_lines',
  key: ['id'],
  standsFor: { stream: 'customer', id: 'customerId' },
  columns: {
    id: { type: 'text', comment: 'Id of the customer, as given' },
    name: { type: 'text', nullable: true, personal: true, comment: 'Name of the customer' },
    email: { type: 'text', nullable: true, personal: true, comment: 'Address to which mail goes' },
    phone: { type: 'text', nullable: true, personal: true, comment: 'Telephone number, as given' },
    currency: { type: 'text', nullable: true, comment: 'Usual currency, ISO 4217' },
    terms: { type: 'jsonb', nullable: true, comment: 'Usual payment terms: {type, days, months, day}' },
    owner_id: {
      type: 'text',
      nullable: true,
      comment: 'The person who follows up their invoices when an invoice names nobody: people.id',
    },
    language: { type: 'text', nullable: true, comment: 'Language of letters, BCP 47' },
    registered_on: { type: 'date', comment: 'Business date of registration' },
    vat_id: { type: 'text', nullable: true, personal: true, comment: 'VAT id' },
    address: {
      type: 'jsonb',
      nullable: true,
      personal: true,
      comment: 'Where letters go: {street, postalCode, city, region, country}',
    },
    contacts: {
      type: 'jsonb',
      nullable: true,
      personal: true,
      comment: 'Whom letters of a kind go to: list of {purpose, name, email, phone}',
    },
    segment: { type: 'text', nullable: true, comment: 'The group that reports put them in' },
    high_value: {
      type: 'boolean',
      nullable: true,
      comment: 'Whether they are looked after with special care',
    },
    credit_limit: { type: 'jsonb', nullable: true, comment: 'How much they may owe: amounts by currency' },
    changed_on: {
      type: 'jsonb',
      nullable: true,
      comment: 'Business date from which each field that was changed counts; null: as registered',
    },
  },
  indexes: ['(projector.folded(id) collate "C")', beginningIndex('id'), wordsIndex('name')],
});

export const customerLines = fieldLines(
  'customer_lines',
  'Changes of customers',
  'The customer: customers.id',
);
