import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, OF_INVOICE, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { DocumentFacts } from './document.events.js';

/** What Quittance says of what became of an invoice as a document. */
export const documentFacts: FactsDeclared<DocumentFacts> = {
  InvoiceSent: {
    schema: 1,
    effectiveOn: (fact) => fact.sentOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} sent invoice ${fact.number} on ${fact.sentOn} (${fact.channel})`,
        maybe('to ', readable(fact.personal, 'to')),
      ),
    stream: 'invoice-<uuid>',
    comment: 'The invoice was sent to its customer',
    fields: {
      ...OF_INVOICE,
      channel: 'how: mail, post, portal, edi or other',
      sentOn: 'business date from which it counts',
    },
    personal: ['to'],
  },

  InvoiceVoided: {
    schema: 1,
    effectiveOn: (fact) => fact.voidedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} made invoice ${fact.number} over ${fact.total} ${fact.currency} void`,
        `counting from ${fact.voidedOn}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'The invoice should not have been: nothing of it is owed',
    fields: {
      ...OF_INVOICE,
      currency: 'ISO 4217',
      total: 'amount that it was issued over; decimal text with exactly the decimals of the currency',
      voidedOn: 'business date from which it counts',
    },
    personal: ['reason'],
  },
};
