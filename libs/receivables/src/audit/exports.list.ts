import { instantColumn } from '../manifest/instant-column.js';
import { code, id, list, orNull, shownOnly, text, uuid, whole } from '@quittance/reading';

/** Who took which rows away as CSV. No facts: the lines are written by the API as it answers. */
export const EXPORTS = list({
  name: 'exports',
  columns: {
    id: uuid('Of the export', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
    at: instantColumn('When it began', 'at', '2026-04-01T07:00:00.000Z'),
    actor: id('Who asked for it', 'anna'),
    roles: shownOnly<string[]>(
      "The roles of the actor's token",
      { type: 'array', items: { type: 'string' } },
      ['clerk'],
      (cell) => cell as string[],
    ),
    path: code('The route that was asked', '/v1/invoices'),
    question: text('Filters, order and columns, as they were asked', 'status=overdue&format=csv'),
    position: whole('How far the tables were filled', 48213),
    rows: orNull(whole('How many rows left; null: it goes on, or its process was ended', 3412)),
    whole: shownOnly('Whether all of them left', { type: 'boolean' }, true, (cell) => cell as boolean),
  },
  identity: 'id',
  sort: '-at',
  words: ['actor', 'path', 'question'],
  axes: false,
  rows: () => ({ relation: 'select e.*, null::text as revision from write_side.exports e' }),
});
