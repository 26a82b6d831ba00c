import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { DocumentFacts } from './document.events.js';
import { sendings } from './document.tables.js';

/** How invoices were sent. That one is sent or void stands with what others keep of invoices. */
export const sendingProjection: Projection<DocumentFacts> = {
  name: 'sendings',
  comment: 'How invoices were sent',
  tables: [sendings],
  on: {
    InvoiceSent: ({ data, at, statedAt, metadata }, changes) =>
      changes.put(sendings, {
        invoice_id: data.invoiceId,
        channel: data.channel,
        recipient: erasable(data.personal, 'to'),
        sent_on: data.sentOn,
        actor: metadata.actor.id,
        stated_at: statedAt,
        position: at,
      }),
  },
};
