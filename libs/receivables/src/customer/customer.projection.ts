import { ignore, type Projection } from '@quittance/read-model';
import { putLines, withChange } from '../changes.tables.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { CustomerFacts, Master } from './customer.events.js';
import { erasable } from '../personal.js';
import { customerLines, type CustomerRow, customers } from './customer.tables.js';

/** Columns of what is known of a customer. */
const COLUMNS: { readonly [Field in Exclude<keyof Required<Master>, 'ownerDespite'>]: keyof CustomerRow } = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  vatId: 'vat_id',
  address: 'address',
  contacts: 'contacts',
  currency: 'currency',
  terms: 'terms',
  ownerId: 'owner_id',
  language: 'language',
  segment: 'segment',
  highValue: 'high_value',
  creditLimit: 'credit_limit',
};

/** Customers as they stand now, and what changed of them. */
export const customerProjection: Projection<CustomerFacts & ErasureFacts> = {
  name: 'customers',
  comment: 'Customers as they stand now, and what changed of them',
  tables: [customers, customerLines],
  streams: ['customer'],
  on: {
    CustomerRegistered: ({ data }, changes) =>
      changes.put(customers, {
        id: data.customerId,
        name: erasable(data.personal, 'name'),
        email: erasable(data.personal, 'email'),
        phone: erasable(data.personal, 'phone'),
        currency: data.currency ?? null,
        terms: data.terms ?? null,
        owner_id: data.ownerId ?? null,
        language: data.language ?? null,
        registered_on: data.registeredOn,
        ...{ vat_id: null, address: null, contacts: null, segment: null, high_value: null },
        ...{ credit_limit: null, changed_on: null },
      }),
    CustomerChanged: (fact, changes) => {
      const { data } = fact;
      putLines(customerLines, data.customerId, fact, changes);
      changes.change(customers, { id: data.customerId }, (row) => {
        if (!row) throw new Error(`customer ${data.customerId} was never registered`);
        return withChange(row, data, data.changedOn, COLUMNS);
      });
    },
    PersonalDataErased: ignore('the projector itself empties personal columns, here as in every table'),
  },
};
