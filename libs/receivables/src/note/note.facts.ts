import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, OF_INVOICE, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { NoteFacts } from './note.events.js';

/** What Quittance says of the facts of a note. */
export const noteFacts: FactsDeclared<NoteFacts> = {
  NoteAdded: {
    schema: 1,
    effectiveOn: (fact) => fact.notedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} noted something about ${fact.number ? `invoice ${fact.number}` : `customer ${fact.customerId}`}`,
        maybe('to come back to it on ', fact.followUpOn),
      ),
      reason: readable(fact.personal, 'text'),
    }),
    stream: 'invoice-<uuid>, customer-<uuid>',
    comment: 'Somebody wrote down what was said or seen',
    fields: {
      ...OF_INVOICE,
      invoiceId: 'uuid of the invoice; left out, as its number: it is about the customer',
      customerId: "the customer, or the invoice's",
      noteId: 'uuid of the note',
      notedOn: 'business date from which it counts',
      followUpOn: 'day on which somebody is to come back to it',
    },
    personal: ['text'],
  },
};
