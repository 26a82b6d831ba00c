import type { Reaction } from '../manifest/reaction.js';
import { policiesIn } from '../policy/policy.references.js';
import { DunningRun } from './dunning-run.policy.js';

export const dunningReactions: readonly Reaction[] = [
  {
    name: 'dunning',
    every: 'morning',
    begin({ pool, execute, clock, facts, entity }) {
      const run = new DunningRun(pool, { execute }, () => policiesIn(facts, entity));
      return async (by) => {
        const fields = await run.all(clock.today(), by);
        return { told: { message: 'morning run', fields, warn: fields.held > 0 } };
      };
    },
  },
];
