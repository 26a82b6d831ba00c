import type { Reaction } from '../manifest/reaction.js';
import { DunningRun } from './dunning-run.policy.js';

export const dunningReactions: readonly Reaction[] = [
  {
    name: 'dunning',
    every: 'morning',
    begin({ pool, execute, clock }) {
      const run = new DunningRun(pool, { execute });
      return async (by) => ({ told: { message: 'morning run', fields: await run.all(clock.today(), by) } });
    },
  },
];
