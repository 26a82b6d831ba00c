import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { NoteFacts } from './note.events.js';
import { notes } from './note.tables.js';

export const noteProjection: Projection<NoteFacts> = {
  name: 'notes',
  comment: 'Notes on invoices and customers',
  tables: [notes],
  on: {
    NoteAdded: ({ data, at, statedAt, metadata }, changes) =>
      changes.put(notes, {
        id: data.noteId,
        invoice_id: data.invoiceId ?? null,
        number: data.number ?? null,
        customer_id: data.customerId,
        noted_on: data.notedOn,
        follow_up_on: data.followUpOn ?? null,
        text: erasable(data.personal, 'text'),
        actor: metadata.actor.id,
        stated_at: statedAt,
        position: at,
      }),
  },
};
