import { ignore, type Projection } from '@quittance/read-model';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { PersonFacts } from './person.events.js';
import { erasable } from '../personal.js';
import { people } from './person.tables.js';

/** People as they stand now: seen, registered or both, in whichever order. */
export const personProjection: Projection<PersonFacts & ErasureFacts> = {
  name: 'people',
  comment: 'Owners, managers and leads as they stand now',
  tables: [people],
  streams: ['person'],
  on: {
    PersonSeen: ({ data }, changes) =>
      changes.change(people, { id: data.personId }, (row) => ({
        id: data.personId,
        name: null,
        email: null,
        manager_id: null,
        lead_id: null,
        ...row,
        roles: row?.roles.length ? row.roles : data.roles,
        seen_on: row?.seen_on ?? data.seenOn,
      })),
    PersonRegistered: ({ data }, changes) =>
      changes.change(people, { id: data.personId }, (row) => ({
        id: data.personId,
        name: erasable(data.personal, 'name'),
        email: erasable(data.personal, 'email'),
        roles: data.roles ?? row?.roles ?? [],
        manager_id: data.managerId ?? null,
        lead_id: data.leadId ?? null,
        seen_on: row?.seen_on ?? null,
      })),
    PersonalDataErased: ignore('the projector itself empties personal columns, here as in every table'),
  },
};
