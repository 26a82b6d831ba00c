import { lines } from '../../../../test/faults/support/books/balance.js';
import type { FeatureActions } from '../../../../test/histories/simulated/action.js';

/** No balance of the business hangs on what mails say: histories write no text. */
export const templateActions: FeatureActions = {
  actions: [],
  balances: [
    {
      of: 'template_versions',
      projection: 'templates',
      what: 'what people wrote, version by version',
      sql: `select position::text, key, language, version, subject, body, versioned_on from live.template_versions`,
      must: lines('TemplateVersioned', ({ said, data }) => [
        ...[said.key, said.language, data.version as number, said.subject, said.body, said.versionedOn],
      ]),
    },
  ],
  agrees: () => undefined,
};
