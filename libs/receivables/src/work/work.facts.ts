import type { FactsDeclared } from '../manifest/fact.js';
import { readable } from '../personal.js';
import type { WorkFacts } from './work.events.js';

const ITEM = {
  itemId: 'id of the thing to do: its kind, and what it comes from',
  customerId: 'customer whom it is about; empty: nobody known',
};

/** What Quittance says of work that was done or put off. */
export const workFacts: FactsDeclared<WorkFacts> = {
  WorkDone: {
    schema: 1,
    effectiveOn: (fact) => fact.doneOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} did what was to be done: ${fact.itemId}`,
      reason: readable(fact.personal, 'note'),
    }),
    stream: 'work-<uuid>',
    comment: 'Something on the work list was done',
    fields: { ...ITEM, doneOn: 'business date' },
    personal: ['note'],
  },
  WorkSnoozed: {
    schema: 1,
    effectiveOn: (fact) => fact.snoozedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} put off to ${fact.until} what was to be done: ${fact.itemId}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: 'work-<uuid>',
    comment: 'Something on the work list is for later',
    fields: { ...ITEM, snoozedOn: 'business date', until: 'day on which it is there again' },
    personal: ['reason'],
  },
};
