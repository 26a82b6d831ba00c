import { factsOf, type Slice } from '@quittance/kernel';
import type { VersionTemplate } from './template.commands.js';
import type { TemplateFacts } from './template.events.js';

/** A text as it stands. */
export interface Template {
  version: number;
  subject: string;
  body: string;
}

export interface TemplateSlice {
  name: 'template';
  commands: { VersionTemplate: VersionTemplate };
  facts: TemplateFacts;
  /** null: nobody wrote one; the ready-made text stands. */
  own: Template | null;
  /** The ready-made text of the key and language, where there is one. */
  references: { VersionTemplate: { readyMade: Pick<Template, 'subject' | 'body'> | undefined } };
}

const fact = factsOf<TemplateFacts>();

/** What mails say: a user's text is a new version, whole. */
export const template: Slice<TemplateSlice> = {
  name: 'template',
  initial: null,
  decide: {
    VersionTemplate({ key, language, subject, body }, { own }, { today, references: { readyMade } }) {
      const stands = own ?? readyMade;
      if (stands?.subject === subject && stands.body === body) return [];
      const version = (own?.version ?? 0) + 1;
      return [fact('TemplateVersioned', { key, language, version, subject, body, versionedOn: today })];
    },
  },
  evolve: {
    TemplateVersioned: (_own, { version, subject, body }) => ({ version, subject, body }),
  },
};
