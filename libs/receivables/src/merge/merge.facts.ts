import type { FactsDeclared } from '../manifest/fact.js';
import { readable } from '../personal.js';
import type { MergeFacts } from './merge.events.js';

const MERGE = {
  mergeId: 'uuid of the merge',
  customerId: 'the customer who is shown as the other one',
  intoCustomerId: 'the other one',
  mergedOn: 'business date from which the merge counts',
};

/** What Quittance says of a merge. */
export const mergeFacts: FactsDeclared<MergeFacts> = {
  CustomerMerged: {
    schema: 1,
    effectiveOn: (fact) => fact.mergedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} merged customer ${fact.customerId} into ${fact.intoCustomerId}, counting from ${fact.mergedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'customer-<uuid>',
    comment: 'Two customers are one and the same: reports show them as one',
    fields: MERGE,
    personal: ['reason'],
  },
  CustomerMergeUndone: {
    schema: 1,
    effectiveOn: (fact) => fact.mergedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} undid the merge of customer ${fact.customerId} into ${fact.intoCustomerId} of ${fact.mergedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'customer-<uuid>',
    comment: 'A merge was a mistake: from the day it had counted from, it counts no more',
    fields: MERGE,
    personal: ['reason'],
  },
};
