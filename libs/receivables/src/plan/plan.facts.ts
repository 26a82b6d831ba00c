import type { FactsDeclared } from '../manifest/fact.js';
import { OF_INVOICE, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { PlanFacts } from './plan.events.js';

const PLAN = {
  ...OF_INVOICE,
  planId: 'uuid of the plan',
  currency: 'ISO 4217',
};

/** What Quittance says of the facts of a plan. */
export const planFacts: FactsDeclared<PlanFacts> = {
  PlanAgreed: {
    schema: 1,
    effectiveOn: (fact) => fact.agreedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} agreed a plan for ${fact.amount} ${fact.currency} of invoice ${fact.number}`,
        ...fact.instalments.map(({ dueOn, amount }) => `${amount} by ${dueOn}`),
        `counting from ${fact.agreedOn}`,
      ),
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'What was open is to be paid in parts',
    fields: {
      ...PLAN,
      amount: 'what was open at the end of agreedOn: the sum of the parts',
      instalments: 'list of {dueOn, amount} in order of date',
      agreedOn: 'business date from which it counts',
      settledThatDay:
        'what had settled the invoice on that day before, which pays no part; left out: nothing',
    },
    personal: ['reason'],
  },

  PlanRevoked: {
    schema: 1,
    effectiveOn: (fact) => fact.revokedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} revoked a plan for invoice ${fact.number}, counting from ${fact.revokedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'invoice-<uuid>',
    comment: 'A plan counts no more: the earlier due dates hold again',
    fields: { ...PLAN, revokedOn: 'business date from which nothing is agreed by it' },
    personal: ['reason'],
  },
};
