import { code, date, id, list, orNull, text, whole } from '@quittance/reading';
import { READY_MADE } from './ready-made/ready-made.js';

const TEMPLATE_COLUMNS = {
  id: id('Key and language', 'formal/it'),
  key: id('What steps name it by', 'formal', { facet: true }),
  language: code('Of its readers: en, it, bg, de', 'it'),
  version: whole('0: ready-made', 0),
  subject: text('An ICU message', 'Fattura {number}: {total}'),
  body: text('An ICU message; blank lines part the paragraphs', 'Buongiorno {customer},'),
  versionedOn: orNull(date('Business date of the version; null: ready-made', '2026-04-20')),
};

/** Texts as they stand, or as they were known at a place of both axes: ready-made where nobody had written one. */
export const TEMPLATES = list({
  name: 'templates',
  columns: TEMPLATE_COLUMNS,
  identity: 'id',
  sort: 'id',
  words: ['key', 'subject', 'body'],
  rows: ({ cut, bind, place }) => ({
    relation: `
      select distinct on (v.key, v.language) v.key || '/' || v.language as id, v.key, v.language, v.version, v.subject, v.body,
             v.versioned_on, null::text as revision
      from (select key, language, version, subject, body, versioned_on from live.template_versions w
             where ${place ? cut.line('w', 'versioned_on') : cut.known('w')}
            union all
            select key, language, 0, subject, body, null::date
              from jsonb_to_recordset(${bind.add(JSON.stringify(READY_MADE))}::jsonb)
                as ready(key text, language text, subject text, body text)) v
      order by v.key, v.language, v.version desc`,
  }),
});
