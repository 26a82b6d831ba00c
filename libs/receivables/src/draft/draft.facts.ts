import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { DraftFacts, SeriesFacts } from './draft.events.js';

const OF = { draftId: 'uuid of the draft', customerId: 'who is to owe it' };
const SAID = {
  ...OF,
  content: 'all that the invoice is to say: fields of POST /v1/invoices but its number, customer and notes',
};
const stream = 'draft-<uuid>';

/** What Quittance says of the facts of a draft. */
export const draftFacts: FactsDeclared<DraftFacts & SeriesFacts> = {
  DraftCreated: {
    schema: 1,
    effectiveOn: (fact) => fact.createdOn,
    sentence: (fact, actor) =>
      `${actor} wrote a draft of an invoice to customer ${fact.customerId} over ${fact.content.total} ${fact.content.currency}`,
    stream,
    comment: 'An invoice was written that is not issued yet',
    fields: { ...SAID, createdOn: 'business date', createdBy: 'person who wrote it' },
    personal: ['notes', 'approvedBy'],
  },
  DraftChanged: {
    schema: 1,
    effectiveOn: (fact) => fact.changedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} changed the draft of an invoice to customer ${fact.customerId}`,
        fact.fields.join(', '),
      ),
    stream,
    comment: 'A draft was changed',
    fields: {
      ...SAID,
      changedOn: 'business date',
      changedBy: 'person who changed it',
      fields: 'names of the fields that changed',
    },
    personal: ['notes', 'approvedBy'],
  },
  DraftApproved: {
    schema: 1,
    effectiveOn: (fact) => fact.approvedOn,
    sentence: (fact, actor) =>
      `${actor} approved the draft of an invoice to customer ${fact.customerId} over ${fact.total} ${fact.currency}`,
    stream,
    comment: 'A draft was approved by another person than who wrote it',
    fields: {
      ...OF,
      currency: 'ISO 4217',
      total: 'amount that it is over',
      approvedOn: 'business date',
      approvedBy: 'person who approved it',
    },
  },
  DraftIssued: {
    schema: 1,
    effectiveOn: (fact) => fact.issuedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} issued the draft to customer ${fact.customerId} as invoice ${fact.number}`,
        fact.overLimit && `above the credit limit of ${fact.creditLimit}`,
      ),
    stream,
    comment: 'A draft was issued as an invoice',
    fields: {
      ...OF,
      invoiceId: 'uuid of the invoice',
      number: 'number of the invoice',
      issuedOn: 'business date of issue',
      judgedAt: 'position of the ledger at which the credit limit was judged',
      creditLimit: "the customer's credit limit in the currency of the draft",
      overLimit: 'true: above it, and approved',
    },
  },
  DraftReopened: {
    schema: 1,
    effectiveOn: (fact) => fact.reopenedOn,
    sentence: (fact) =>
      `Invoice ${fact.number} was refused (${fact.code}): the draft to customer ${fact.customerId} may be issued again`,
    stream,
    comment: 'The invoice of a draft was refused',
    fields: {
      ...OF,
      number: 'number that the invoice was to have',
      code: 'why',
      reopenedOn: 'business date',
    },
  },
  DraftDiscarded: {
    schema: 1,
    effectiveOn: (fact) => fact.discardedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} discarded the draft of an invoice to customer ${fact.customerId}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream,
    comment: 'A draft was discarded',
    fields: { ...OF, discardedOn: 'business date' },
    personal: ['reason'],
  },
  NumberTaken: {
    schema: 1,
    effectiveOn: (fact) => fact.takenOn,
    sentence: (fact, actor) =>
      sentence(`${actor} took number ${fact.number}`, maybe('of the series ', fact.series)),
    stream: 'series-<uuid>',
    comment: 'The next number of a series was taken for a draft',
    fields: {
      series: 'what stands before the digits',
      place: 'its place in the series, from 1',
      number: 'the number',
      draftId: 'uuid of the draft',
      takenOn: 'business date',
    },
  },
};
