import type { FactsDeclared } from '../manifest/fact.js';
import { sentence } from '../manifest/words.js';
import type { TemplateFacts } from './template.events.js';

/** What Quittance says of the facts of a template. */
export const templateFacts: FactsDeclared<TemplateFacts> = {
  TemplateVersioned: {
    schema: 1,
    effectiveOn: (fact) => fact.versionedOn,
    sentence: (fact, actor) =>
      sentence(`${actor} wrote version ${fact.version} of the template ${fact.key} in ${fact.language}`),
    stream: 'template-<uuid>',
    comment: 'A text of mails was written, as a new version',
    fields: {
      key: 'of the text: friendly, formal, firm or one of the entity',
      language: 'en, it, bg or de',
      version: 'number of the version, from 1 on; 0 is the ready-made text',
      subject: 'ICU message of the subject',
      body: 'ICU message of the paragraphs, parted by blank lines',
      versionedOn: 'business date of the version',
    },
  },
};
