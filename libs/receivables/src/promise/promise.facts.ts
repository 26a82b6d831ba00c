import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, OF_INVOICE, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { PromiseFacts } from './promise.events.js';

const PROMISE = {
  ...OF_INVOICE,
  promiseId: 'uuid of the promise',
  currency: 'ISO 4217',
};

/** What Quittance says of the facts of a promise. */
export const promiseFacts: FactsDeclared<PromiseFacts> = {
  PromiseMade: {
    schema: 1,
    effectiveOn: (fact) => fact.madeOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} recorded a promise of ${fact.amount} ${fact.currency} for invoice ${fact.number} by ${fact.promisedOn}`,
        maybe('made by ', readable(fact.personal, 'madeBy')),
        `counting from ${fact.madeOn}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'The customer promised to pay by a day',
    fields: {
      ...PROMISE,
      amount: 'what was promised',
      promisedOn: 'business date by the end of which it is to be paid',
      madeOn: 'business date from which it counts',
    },
    personal: ['reason', 'madeBy'],
  },

  PromiseWithdrawn: {
    schema: 1,
    effectiveOn: (fact) => fact.withdrawnOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} withdrew a promise for invoice ${fact.number}, counting from ${fact.withdrawnOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'A promise counts no more: it is neither kept nor broken',
    fields: { ...PROMISE, withdrawnOn: 'business date from which nothing is promised by it' },
    personal: ['reason'],
  },
};
