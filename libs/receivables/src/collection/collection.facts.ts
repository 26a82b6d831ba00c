import type { FactsDeclared } from '../manifest/fact.js';
import { OF_INVOICE, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { CollectionFacts } from './collection.events.js';

const COLLECTION = {
  ...OF_INVOICE,
  collectionId: 'uuid of the hand-over',
  currency: 'ISO 4217',
};

/** What Quittance says of the facts of a hand-over to collection. */
export const collectionFacts: FactsDeclared<CollectionFacts> = {
  HandedToCollection: {
    schema: 1,
    effectiveOn: (fact) => fact.handedOverOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} handed invoice ${fact.number} over to ${fact.agency} for collection`,
        `counting from ${fact.handedOverOn}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'An agency asks for the money',
    fields: {
      ...COLLECTION,
      agency: 'who asks for the money',
      handedOverOn: 'business date from which it counts',
    },
    personal: ['reason'],
  },

  ReturnedFromCollection: {
    schema: 1,
    effectiveOn: (fact) => fact.returnedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} took invoice ${fact.number} back from collection, counting from ${fact.returnedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'An agency gave an invoice back',
    fields: { ...COLLECTION, returnedOn: 'business date from which it is ours to ask for it' },
    personal: ['reason'],
  },
};
