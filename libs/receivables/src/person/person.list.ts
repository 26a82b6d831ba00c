import { code, date, id, type ItemOf, list, orNull, shownOnly, text } from '@quittance/reading';
import { peopleOf, touchedPeople } from './person.sql.js';

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
  alerts: code('How they are told of what falls due: none, mail or webhook', 'mail'),
  language: orNull(code('Of the mails that they get; null: nothing was said of it', 'it')),
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
  rows: ({ cut }) => ({ relation: `${peopleOf(cut)} where ${cut.known('v')}`, touched: touchedPeople }),
});
