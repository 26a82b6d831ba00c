import { date, id, type ItemOf, list, orNull, shownOnly, text } from '@quittance/reading';
import { PEOPLE, touchedPeople } from './person.sql.js';

const TEXTS = { type: 'array', items: { type: 'string' } };

/** Someone who owns invoices, manages, leads, or was seen as an actor. */
export const PERSON_COLUMNS = {
  id: id('As its requests name it: `sub`', 'maria'),
  name: orNull(text('Name', 'Maria Bianchi')),
  email: orNull(text('Mail address', 'maria@quittance.example')),
  roles: shownOnly('Roles', TEXTS, ['clerk'], (cell) => cell as string[], { people: true }),
  managerId: orNull(id('Whose manager', 'anna')),
  leadId: orNull(id('Whose lead', 'anna'), null),
  seenOn: orNull(date('The day of the first verified request', '2026-01-02')),
};

export type PersonItem = ItemOf<typeof PERSON_COLUMNS> & { revision?: number };

/** People as they stand. */
export const PEOPLE_LIST = list({
  name: 'people',
  columns: PERSON_COLUMNS,
  identity: 'id',
  sort: 'id',
  axes: false,
  words: ['name', 'id'],
  rows: ({ cut }) => ({ relation: `${PEOPLE} where ${cut.known('v')}`, touched: touchedPeople }),
});
