import { table } from '@quittance/read-model';

/** A version of a text. */
export interface TemplateVersionRow {
  key: string;
  language: string;
  version: number;
  subject: string;
  body: string;
  versioned_on: string;
  position: bigint;
  stated_at: Date;
}
export const templateVersions = table<TemplateVersionRow>({
  name: 'template_versions',
  comment: 'Versions of the texts of mails that people wrote; the ready-made texts are not here',
  key: ['key', 'language', 'version'],
  columns: {
    key: { type: 'text', comment: 'Key of the text: friendly, formal, firm or one of the entity' },
    language: { type: 'text', comment: 'en, it, bg or de' },
    version: { type: 'integer', comment: 'From 1 on; 0 is the ready-made text' },
    subject: { type: 'text', comment: 'ICU message of the subject' },
    body: { type: 'text', comment: 'ICU message of the paragraphs, parted by blank lines' },
    versioned_on: { type: 'date', comment: 'Business date of the version' },
    position: { type: 'bigint', comment: 'Position of its fact in the log' },
    stated_at: { type: 'timestamptz', comment: 'Stated instant of its fact, else recorded' },
  },
});
