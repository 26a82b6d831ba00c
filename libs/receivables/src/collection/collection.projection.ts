import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { CollectionFacts } from './collection.events.js';
import { collections } from './collection.tables.js';

export const collectionProjection: Projection<CollectionFacts> = {
  name: 'collections',
  comment: 'Invoices handed over to collection',
  tables: [collections],
  on: {
    HandedToCollection: ({ data, at, statedAt }, changes) =>
      changes.put(collections, {
        id: data.collectionId,
        invoice_id: data.invoiceId,
        number: data.number,
        customer_id: data.customerId,
        currency: data.currency,
        agency: data.agency,
        handed_over_on: data.handedOverOn,
        reason: erasable(data.personal, 'reason'),
        returned_on: null,
        return_reason: null,
        issued_at: at,
        issued_stated_at: statedAt,
        ended_at: null,
        ended_stated_at: null,
        position: at,
      }),
    ReturnedFromCollection: ({ data, at, statedAt }, changes) =>
      changes.change(collections, { id: data.collectionId }, (row) => {
        if (!row) throw new Error(`hand-over ${data.collectionId} never was`);
        return {
          ...row,
          returned_on: data.returnedOn,
          return_reason: erasable(data.personal, 'reason'),
          ended_at: at,
          ended_stated_at: statedAt,
          position: at,
        };
      }),
  },
};
