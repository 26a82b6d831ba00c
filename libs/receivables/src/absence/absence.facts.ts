import type { FactsDeclared } from '../manifest/fact.js';
import type { AbsenceFacts } from './absence.events.js';

/** What Quittance says of an absence. */
export const absenceFacts: FactsDeclared<AbsenceFacts> = {
  AbsenceRecorded: {
    schema: 1,
    effectiveOn: (fact) => fact.from,
    sentence: (fact, actor) =>
      `${actor} recorded that ${fact.personId} is away from ${fact.from} to ${fact.to}: ${fact.deputyId} stands in`,
    stream: 'person-<uuid>',
    comment: 'Somebody is away, and another one stands in',
    fields: {
      personId: 'who is away',
      absenceId: 'uuid of the absence',
      from: 'the first day',
      to: 'the last day',
      deputyId: 'who stands in',
    },
  },
};
