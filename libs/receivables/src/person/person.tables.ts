import { standingTable } from '@quittance/read-model';
import type { ChangedOn } from '../changes.decider.js';
import { fieldLines } from '../changes.tables.js';

export interface PersonRow {
  id: string;
  name: string | null;
  email: string | null;
  roles: string[];
  manager_id: string | null;
  lead_id: string | null;
  seen_on: string | null;
  changed_on: ChangedOn | null;
}
export const people = standingTable<PersonRow>({
  name: 'people',
  comment: 'Owners, managers and leads; everybody who sent a request that was allowed is a person here',
  key: ['id'],
  standsFor: { stream: 'person', id: 'personId' },
  columns: {
    id: { type: 'text', comment: 'The sub of their tokens' },
    name: { type: 'text', nullable: true, personal: true, comment: 'Name of the person' },
    email: { type: 'text', nullable: true, personal: true, comment: 'Address to which mail goes' },
    roles: { type: 'text[]', comment: 'Their roles: as registered, else those of their first token' },
    manager_id: { type: 'text', nullable: true, comment: 'The manager, to whom escalations go: people.id' },
    lead_id: {
      type: 'text',
      nullable: true,
      comment: 'The lead, to whom escalations go when there is no manager: people.id',
    },
    changed_on: {
      type: 'jsonb',
      nullable: true,
      comment: 'Business date from which each field that was changed counts; null: as registered',
    },
    seen_on: { type: 'date', nullable: true, comment: 'Business date of their first allowed request' },
  },
});

export const personLines = fieldLines('person_lines', 'Changes of people', 'The person: people.id');
