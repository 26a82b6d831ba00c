import { code, date, id, list, orNull, text, uuid, whole } from '@quittance/reading';

/** What was refused, to whom and when. */
export const ATTEMPTS = list({
  name: 'attempts',
  columns: {
    id: uuid('Of the attempt', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
    actorId: id('Who tried', 'carla', { facet: true }),
    code: code(
      'same-person, duty, over-limit, closed-period, erased or person-erased; counted: further ones of the day',
      'same-person',
      { facet: true },
    ),
    command: orNull(code('What was tried; null: only counted', 'ApproveWriteOff', { facet: true })),
    document: orNull(
      text('The stream it would have been written to', 'invoice-0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
    ),
    count: whole('One; of those only counted, how many there were at least in all', 1),
    attemptedOn: date('Business date', '2026-05-02'),
  },
  identity: 'id',
  sort: '-attemptedOn',
  words: ['document'],
  rows: ({ cut, place }) => ({
    relation: `select a.*, a.effective_on as attempted_on from live.attempts a
               where ${place ? cut.line('a') : cut.known('a')}`,
  }),
});
