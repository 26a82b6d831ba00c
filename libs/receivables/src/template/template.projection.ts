import type { Projection } from '@quittance/read-model';
import type { TemplateFacts } from './template.events.js';
import { templateVersions } from './template.tables.js';

export const templateProjection: Projection<TemplateFacts> = {
  name: 'templates',
  comment: 'Texts of mails, version by version',
  tables: [templateVersions],
  streams: ['template'],
  on: {
    TemplateVersioned: ({ data, at, statedAt }, changes) =>
      changes.put(templateVersions, {
        ...{ key: data.key, language: data.language, version: data.version },
        ...{ subject: data.subject, body: data.body, versioned_on: data.versionedOn },
        ...{ position: at, stated_at: statedAt },
      }),
  },
};
