import type { Projection } from '@quittance/read-model';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { PersonFacts } from './person.events.js';
import { erasable } from '../personal.js';
import { people } from './person.tables.js';

/** People as they stand now: seen, registered or both, in whichever order. */
export const personProjection: Projection<PersonFacts & ErasureFacts> = {
  name: 'people',
  comment: 'Owners, managers and leads as they stand now',
  tables: [people],
  on: {
    PersonSeen: ({ data, revision, at }, changes) =>
      changes.change(people, { id: data.personId }, (row) => ({
        id: data.personId,
        name: null,
        email: null,
        manager_id: null,
        lead_id: null,
        ...row,
        roles: row?.roles.length ? row.roles : data.roles,
        seen_on: row?.seen_on ?? data.seenOn,
        revision,
        position: at,
      })),
    PersonRegistered: ({ data, revision, at }, changes) =>
      changes.change(people, { id: data.personId }, (row) => ({
        id: data.personId,
        name: erasable(data.personal, 'name'),
        email: erasable(data.personal, 'email'),
        roles: data.roles ?? row?.roles ?? [],
        manager_id: data.managerId ?? null,
        lead_id: data.leadId ?? null,
        seen_on: row?.seen_on ?? null,
        revision,
        position: at,
      })),
    // The personal columns are emptied by the projector itself, here as in every table.
    PersonalDataErased: ({ data, revision, at }, changes) => {
      if (data.personId === undefined) return;
      changes.change(people, { id: data.personId }, (row) => row && { ...row, revision, position: at });
    },
  },
};
