import { ofType, by, lines } from '../../../../test/faults/support/books/balance.js';
import type { FeatureActions } from '../../../../test/histories/simulated/action.js';

/** Nobody is told in histories: they have no mornings. */
export const alertActions: FeatureActions = {
  actions: [],
  balances: [
    {
      of: 'alert_choices',
      projection: 'alerts',
      what: 'how people are told, and that nobody tells who was erased',
      sql: 'select position::text, person_id, alerts, language, effective_on from live.alert_choices',
      must: (facts) =>
        new Map([
          ...lines('AlertsChosen', ({ said }) => [said.personId, said.alerts, said.language, said.chosenOn])(
            facts,
          ),
          ...lines('PersonalDataErased', ({ said }) => [said.personId, 'none', null, said.erasedOn])(
            facts.filter(({ type, data }) => type !== 'PersonalDataErased' || data.personId !== undefined),
          ),
        ]),
    },
    {
      of: 'digests',
      projection: 'alerts',
      what: 'who was told on which day, and how often it was tried',
      sql: 'select id::text, person_id, drawn_up_on, alerts, language, attempts, message_id from live.digests',
      must: (facts) =>
        new Map(
          [
            ...by(
              facts.filter(({ type }) => type.startsWith('Digest')),
              'digestId',
            ),
          ].map(([id, each]) => {
            const { said } = ofType(each, 'DigestDrawnUp')[0]!;
            const tries = ofType(each, 'DigestSendingBegun');
            const messageId = tries.at(-1)?.said.messageId ?? null;
            return [id, [said.personId, said.on, said.alerts, said.language, tries.length, messageId]];
          }),
        ),
    },
  ],
  agrees: () => undefined,
};
