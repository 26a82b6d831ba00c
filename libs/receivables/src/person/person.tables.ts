import { standingTable } from '@quittance/read-model';

export interface PersonRow {
  id: string;
  name: string | null;
  email: string | null;
  roles: string[];
  manager_id: string | null;
  lead_id: string | null;
  seen_on: string | null;
}
export const people = standingTable<PersonRow>({
  name: 'people',
  comment: 'Owners, managers and leads; every verified actor counts as a person',
  key: ['id'],
  standsFor: { stream: 'person', id: 'personId' },
  columns: {
    id: { type: 'text', comment: 'sub of their tokens' },
    name: { type: 'text', nullable: true, personal: true, comment: 'Name of the person' },
    email: { type: 'text', nullable: true, personal: true, comment: 'Where mail goes to' },
    roles: { type: 'text[]', comment: 'What they do here, as last registered or seen' },
    manager_id: { type: 'text', nullable: true, comment: 'Person whom escalations go to: people.id' },
    lead_id: {
      type: 'text',
      nullable: true,
      comment: 'Person whom escalations go to without a manager: people.id',
    },
    seen_on: { type: 'date', nullable: true, comment: 'Business date of their first verified request' },
  },
});
