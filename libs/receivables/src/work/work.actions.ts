import { lines } from '../../../../test/faults/support/books/balance.js';
import { shown } from '../../../../test/faults/support/books/plain-fact.js';
import type { FeatureActions } from '../../../../test/histories/simulated/action.js';

export const workActions: FeatureActions = {
  actions: [],
  balances: [
    {
      of: 'work_marks',
      projection: 'work',
      what: 'what was done, or put off until when',
      sql: 'select position::text, item_id, effective_on, until, said from live.work_marks',
      must: (facts) =>
        new Map([
          ...lines('WorkDone', ({ said, personal }) => [
            ...[said.itemId, said.doneOn, null, shown(personal('note'))],
          ])(facts),
          ...lines('WorkSnoozed', ({ said, personal }) => [
            ...[said.itemId, said.snoozedOn, said.until, shown(personal('reason'))],
          ])(facts),
        ]),
    },
  ],
  agrees: () => undefined,
};
