import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { PauseFacts } from './pause.events.js';
import { pauses } from './pause.tables.js';

export const pauseProjection: Projection<PauseFacts> = {
  name: 'pauses',
  comment: 'Pauses of invoices and customers',
  tables: [pauses],
  on: {
    Paused: ({ data, at, statedAt }, changes) =>
      changes.put(pauses, {
        id: data.pauseId,
        invoice_id: data.invoiceId ?? null,
        number: data.number ?? null,
        customer_id: data.customerId,
        currency: data.currency ?? null,
        paused_on: data.pausedOn,
        until: data.until ?? null,
        reason: erasable(data.personal, 'reason'),
        ended_on: null,
        end_reason: null,
        issued_at: at,
        issued_stated_at: statedAt,
        ended_at: null,
        ended_stated_at: null,
        position: at,
      }),
    PauseEnded: ({ data, at, statedAt }, changes) =>
      changes.change(pauses, { id: data.pauseId }, (row) => {
        if (!row) throw new Error(`pause ${data.pauseId} never began`);
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
