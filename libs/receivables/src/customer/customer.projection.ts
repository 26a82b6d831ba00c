import { ignore, type Projection } from '@quittance/read-model';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { CustomerFacts } from './customer.events.js';
import { erasable } from '../personal.js';
import { customers } from './customer.tables.js';

/** Customers as they stand now. */
export const customerProjection: Projection<CustomerFacts & ErasureFacts> = {
  name: 'customers',
  comment: 'Customers as they stand now',
  tables: [customers],
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
      }),
    PersonalDataErased: ignore('the projector itself empties personal columns, here as in every table'),
  },
};
