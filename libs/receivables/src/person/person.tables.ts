import { table } from '@quittance/read-model';

export interface PersonRow {
  id: string;
  name: string | null;
  email: string | null;
  roles: string[];
  manager_id: string | null;
  lead_id: string | null;
  seen_on: string | null;
  revision: bigint;
  position: bigint;
}
export const people = table<PersonRow>({
  name: 'people',
  comment: 'Owners, managers and leads; every verified actor counts as a person',
  key: ['id'],
  columns: {
    id: { type: 'text' },
    name: { type: 'text', nullable: true, personal: true },
    email: { type: 'text', nullable: true, personal: true },
    roles: { type: 'text[]' },
    manager_id: { type: 'text', nullable: true },
    lead_id: { type: 'text', nullable: true },
    seen_on: { type: 'date', nullable: true, comment: 'First verified request' },
    revision: { type: 'bigint' },
    position: { type: 'bigint' },
  },
});
