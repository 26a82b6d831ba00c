import { table } from '@quittance/read-model';

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
  revision: bigint;
  position: bigint;
}
export const customers = table<CustomerRow>({
  name: 'customers',
  comment: 'Customers as they stand now; balances are summed from invoices and payments',
  key: ['id'],
  columns: {
    id: { type: 'text' },
    name: { type: 'text', nullable: true, personal: true },
    email: { type: 'text', nullable: true, personal: true },
    phone: { type: 'text', nullable: true, personal: true },
    currency: { type: 'text', nullable: true },
    terms: { type: 'jsonb', nullable: true },
    owner_id: { type: 'text', nullable: true, comment: 'Default owner' },
    language: { type: 'text', nullable: true },
    registered_on: { type: 'date' },
    revision: { type: 'bigint' },
    position: { type: 'bigint' },
  },
  indexes: ['(projector.folded(id) collate "C")'],
});
