import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { InsolvencyFacts } from './insolvency.events.js';

const INSOLVENCY = { customerId: 'the customer', insolvencyId: 'uuid of the insolvency' };

/** What Quittance says of the facts of an insolvency. */
export const insolvencyFacts: FactsDeclared<InsolvencyFacts> = {
  CustomerInsolvent: {
    schema: 1,
    effectiveOn: (fact) => fact.since,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} recorded that customer ${fact.customerId} is insolvent since ${fact.since}`,
        maybe('file ', fact.reference),
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'customer-<uuid>',
    comment: 'A customer is insolvent',
    fields: {
      ...INSOLVENCY,
      since: 'business date from which it counts',
      reference: "number of the court's file",
    },
    personal: ['reason'],
  },

  CustomerInsolvencyEnded: {
    schema: 1,
    effectiveOn: (fact) => fact.endedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} recorded that the insolvency of customer ${fact.customerId} is over, counting from ${fact.endedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'customer-<uuid>',
    comment: 'The insolvency of a customer is over',
    fields: { ...INSOLVENCY, endedOn: 'business date from which they are asked again' },
    personal: ['reason'],
  },
};
