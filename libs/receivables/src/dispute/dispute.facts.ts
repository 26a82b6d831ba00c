import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, OF_INVOICE, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { DisputeFacts } from './dispute.events.js';

const DISPUTE = {
  ...OF_INVOICE,
  disputeId: 'uuid of the dispute',
  currency: 'ISO 4217',
};

/** What Quittance says of the facts of a dispute. */
export const disputeFacts: FactsDeclared<DisputeFacts> = {
  DisputeRaised: {
    schema: 1,
    effectiveOn: (fact) => fact.disputedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} recorded that ${fact.amount} ${fact.currency} of invoice ${fact.number} are disputed for ${fact.reasonCode}`,
        `counting from ${fact.disputedOn}`,
        maybe('looked into by ', fact.ownerId),
        maybe('to be answered by ', fact.answerBy),
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'The customer disputes the invoice or a part of it',
    fields: {
      ...DISPUTE,
      amount: 'amount that is disputed',
      reasonCode: 'why, in kebab case: price, quantity, quality, return, duplicate, other, ...',
      ownerId: 'person who looks into it',
      answerBy: 'date by which the customer is to have an answer',
      disputedOn: 'business date from which it counts',
    },
    personal: ['reason'],
  },

  DisputeResolved: {
    schema: 1,
    effectiveOn: (fact) => fact.resolvedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} resolved the dispute of ${fact.disputed} ${fact.currency} of invoice ${fact.number}: ${fact.outcome}`,
        fact.amount && fact.amount !== fact.disputed && `in part, ${fact.amount} ${fact.currency}`,
        maybe('covered by credit note ', fact.creditNoteId),
        `counting from ${fact.resolvedOn}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'A dispute was resolved: what was not upheld counts as rejected',
    fields: {
      ...DISPUTE,
      disputed: 'amount that was disputed',
      outcome: 'upheld, rejected or withdrawn',
      amount: 'amount that was upheld; only where the outcome is upheld',
      creditNoteId: 'uuid of the credit note that covers what was upheld',
      resolvedOn: 'business date from which it counts',
    },
    personal: ['reason'],
  },
};
