import { by, ofType } from '../../../../test/faults/support/books/balance.js';
import type { FeatureActions } from '../../../../test/histories/simulated/action.js';

/** Nothing of the business hangs on who is told of it: histories register no webhook. */
export const webhookActions: FeatureActions = {
  actions: [],
  balances: [
    {
      of: 'webhooks',
      projection: 'webhooks',
      what: 'where it is told, and of what',
      sql: `select id::text, url, array_to_string(types, ' '), active::text, since_commit from live.webhooks`,
      must: (facts) =>
        new Map(
          [...by(ofType(facts, 'WebhookRegistered', 'WebhookChanged'), 'webhookId')].map(([id, each]) => {
            const { said, data } = each.at(-1)!;
            return [
              id,
              [
                said.url,
                (data.types as string[]).join(' '),
                (data.active as boolean | undefined) === false ? 'false' : 'true',
                each[0]!.at,
              ],
            ];
          }),
        ),
    },
  ],
  agrees: () => undefined,
};
