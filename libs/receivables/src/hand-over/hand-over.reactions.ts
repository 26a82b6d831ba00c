import type { Reaction } from '../manifest/reaction.js';
import { FinishHandOvers } from './finish-hand-overs.policy.js';

export const handOverReactions: readonly Reaction[] = [
  {
    name: 'finish hand-overs',
    every: 5_000,
    begin({ pool, facts, execute }) {
      const finish = new FinishHandOvers(pool, facts, execute);
      return async () => void (await finish.run());
    },
  },
];
