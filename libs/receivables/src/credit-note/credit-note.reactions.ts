import { FINISH_EVERY_MS } from '../asking/finish-pending.policy.js';
import type { Reaction } from '../manifest/reaction.js';
import { FinishCreditNotes } from './finish-credit-notes.policy.js';

export const creditNoteReactions: readonly Reaction[] = [
  {
    name: 'finish credit notes',
    every: FINISH_EVERY_MS,
    begin({ pool, execute }) {
      const finish = new FinishCreditNotes(pool, execute);
      return async () => void (await finish.run());
    },
  },
];
