import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { InsolvencyFacts } from './insolvency.events.js';
import { insolvencies } from './insolvency.tables.js';

export const insolvencyProjection: Projection<InsolvencyFacts> = {
  name: 'insolvencies',
  comment: 'Insolvencies of customers',
  tables: [insolvencies],
  on: {
    CustomerInsolvent: ({ data, at, statedAt }, changes) =>
      changes.put(insolvencies, {
        id: data.insolvencyId,
        customer_id: data.customerId,
        since: data.since,
        reference: data.reference ?? null,
        reason: erasable(data.personal, 'reason'),
        ended_on: null,
        end_reason: null,
        issued_at: at,
        issued_stated_at: statedAt,
        ended_at: null,
        ended_stated_at: null,
        position: at,
      }),
    CustomerInsolvencyEnded: ({ data, at, statedAt }, changes) =>
      changes.change(insolvencies, { id: data.insolvencyId }, (row) => {
        if (!row) throw new Error(`insolvency ${data.insolvencyId} never began`);
        return {
          ...row,
          ended_on: data.endedOn,
          end_reason: erasable(data.personal, 'reason'),
          ended_at: at,
          ended_stated_at: statedAt,
          position: at,
        };
      }),
  },
};
