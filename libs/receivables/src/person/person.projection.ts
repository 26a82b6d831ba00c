import { ignore, type Projection } from '@quittance/read-model';
import { putLines, withChange } from '../changes.tables.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { PersonFacts } from './person.events.js';
import { erasable } from '../personal.js';
import { people, personLines, type PersonRow } from './person.tables.js';

const COLUMNS: Readonly<Record<string, keyof PersonRow>> = {
  ...{ name: 'name', email: 'email', roles: 'roles', managerId: 'manager_id', leadId: 'lead_id' },
};

/** People as they stand now: seen, registered or both, in whichever order. */
export const personProjection: Projection<PersonFacts & ErasureFacts> = {
  name: 'people',
  comment: 'Owners, managers and leads as they stand now',
  tables: [people, personLines],
  streams: ['person'],
  on: {
    PersonSeen: ({ data }, changes) =>
      changes.change(people, { id: data.personId }, (row) => ({
        id: data.personId,
        name: null,
        email: null,
        manager_id: null,
        ...{ lead_id: null, changed_on: null },
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
        ...{ seen_on: row?.seen_on ?? null, changed_on: row?.changed_on ?? null },
      })),
    PersonChanged: (fact, changes) => {
      const { data } = fact;
      putLines(personLines, data.personId, fact, changes);
      changes.change(people, { id: data.personId }, (row) => {
        if (!row) throw new Error(`person ${data.personId} was never seen`);
        const changed = withChange(row, data, data.changedOn, COLUMNS);
        return { ...changed, roles: changed.roles ?? [] };
      });
    },
    PersonalDataErased: ignore('the projector itself empties personal columns, here as in every table'),
  },
};
