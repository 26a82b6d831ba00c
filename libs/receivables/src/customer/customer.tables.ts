import { standingTable } from '@quittance/read-model';

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
  },
  indexes: ['(projector.folded(id) collate "C")'],
});
