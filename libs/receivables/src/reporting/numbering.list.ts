import { code, id, list, shownOnly, whole } from '@quittance/reading';
import { numberingSql } from './numbering.sql.js';

const TEXTS = { type: 'array', items: { type: 'string' } };

const NUMBERING_COLUMNS = {
  id: id('Kind and series', 'invoice 2026-'),
  kind: code('invoice or credit-note', 'invoice'),
  series: id('What its numbers begin with, up to the last digits', '2026-'),
  first: id('The lowest number', '2026-0001'),
  last: id('The highest number', '2026-0117'),
  documents: whole('Documents that have a number of the series', 114),
  missing: whole('Numbers between the first and the last that no document has', 3),
  gaps: shownOnly(
    'Where they are missing: the first 100, each as the number before and the one after it',
    {
      type: 'array',
      items: {
        type: 'object',
        properties: { after: { type: 'string' }, before: { type: 'string' }, missing: { type: 'string' } },
      },
    },
    [{ after: '2026-0041', before: '2026-0045', missing: '3' }],
    (cell) => (cell ?? []) as { after: string; before: string; missing: string }[],
    { jsonOnly: true },
  ),
  duplicates: shownOnly(
    'Numbers that differ only in zeros before their digits: the first 100',
    TEXTS,
    ['2026-007', '2026-0007'],
    (cell) => (cell ?? []) as string[],
    { people: true },
  ),
};

/** Numbers of documents by series, with what is missing and what there is twice, at a place of both axes. */
export const NUMBERING = list({
  name: 'numbering',
  columns: NUMBERING_COLUMNS,
  identity: 'id',
  sort: 'id',
  words: ['series'],
  dated: true,
  rows: ({ cut }) => ({ relation: numberingSql(cut) }),
});
