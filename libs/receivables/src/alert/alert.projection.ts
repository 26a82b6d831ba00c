import type { Changes, ProjectedFact, Projection } from '@quittance/read-model';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import { erasable } from '../personal.js';
import type { AlertFacts, DigestFacts } from './alert.events.js';
import { alertChoices, type DigestRow, digests } from './alert.tables.js';

const EMPTY = {
  ...{ attempts: 0, tried_at: null, code: null, message_id: null },
  ...{ address: null, line: null, text: null, response: null },
};

const change =
  <Type extends keyof DigestFacts>(make: (fact: ProjectedFact<DigestFacts[Type]>) => Partial<DigestRow>) =>
  (fact: ProjectedFact<DigestFacts[Type]>, changes: Changes): void =>
    changes.change(digests, { id: fact.data.digestId }, (row) => {
      if (!row) throw new Error(`digest ${fact.data.digestId} was never drawn up`);
      return { ...row, ...make(fact) };
    });

export const alertProjection: Projection<
  AlertFacts & DigestFacts & Pick<ErasureFacts, 'PersonalDataErased'>
> = {
  name: 'alerts',
  comment: 'How people are told of what falls due, and what they were told',
  tables: [alertChoices, digests],
  streams: ['digest'],
  on: {
    AlertsChosen: ({ data, at, statedAt }, changes) =>
      changes.put(alertChoices, {
        ...{ position: at, person_id: data.personId, alerts: data.alerts, language: data.language },
        ...{ effective_on: data.chosenOn, stated_at: statedAt },
      }),
    PersonalDataErased: ({ data, at, statedAt }, changes) => {
      if (data.personId === undefined) return;
      changes.put(alertChoices, {
        ...{ position: at, person_id: data.personId, alerts: 'none', language: null },
        ...{ effective_on: data.erasedOn, stated_at: statedAt },
      });
    },
    DigestDrawnUp: ({ data }, changes) =>
      changes.put(digests, {
        ...{
          id: data.digestId,
          person_id: data.personId,
          drawn_up_on: data.on,
          alerts: data.alerts,
          ...EMPTY,
        },
        ...{ language: data.language, status: data.alerts === 'mail' ? 'waiting' : 'told' },
        ...{ items: data.items, named: data.items.length, more: data.more },
      }),
    DigestSendingBegun: change<'DigestSendingBegun'>(({ data, recordedAt }) => ({
      ...{ status: 'sending', attempts: data.attempt, tried_at: recordedAt, message_id: data.messageId },
      ...{ named: data.items, more: data.more, code: null },
      ...{ address: erasable(data.personal, 'address'), line: erasable(data.personal, 'line') },
      text: erasable(data.personal, 'text'),
    })),
    DigestAccepted: change<'DigestAccepted'>(({ data }) => ({
      ...{ status: 'sent', response: erasable(data.personal, 'response') },
    })),
    DigestSendingFailed: change<'DigestSendingFailed'>(({ data }) => ({
      ...{ status: data.final ? 'failed' : 'waiting', code: data.code },
      response: erasable(data.personal, 'response'),
    })),
    DigestOutcomeUnknown: change<'DigestOutcomeUnknown'>(() => ({ status: 'unknown' })),
    DigestDropped: change<'DigestDropped'>(({ data }) => ({ status: 'dropped', code: data.code })),
  },
};
