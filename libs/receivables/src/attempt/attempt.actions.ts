import { lines } from '../../../../test/faults/support/books/balance.js';
import type { FeatureActions } from '../../../../test/histories/simulated/action.js';

export const attemptActions: FeatureActions = {
  actions: [],
  balances: [
    {
      of: 'attempts',
      projection: 'attempts',
      what: 'what was refused to whom, and how many more were counted',
      sql: `select position::text, actor_id, code, count, effective_on, command, document,
        case when command is not null then id end from live.attempts`,
      must: (facts) =>
        new Map([
          ...lines('AttemptRefused', ({ said }) => [
            ...[said.actorId, said.code, 1, said.attemptedOn, said.command, said.document, said.attemptId],
          ])(facts),
          ...lines('AttemptsCounted', ({ said }) => [
            ...[said.actorId, 'counted', said.count, said.attemptedOn, null, null, null],
          ])(facts),
        ]),
    },
  ],
  agrees: () => undefined,
};
