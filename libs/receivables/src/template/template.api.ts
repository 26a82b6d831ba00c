import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { checkMessage } from './message.check.js';
import { readyMade } from './ready-made/ready-made.js';
import { VersionTemplate } from './template.commands.js';
import { PreviewController, TemplateController } from './template.controller.js';
import { TEMPLATES } from './template.list.js';
import { TemplateQueries } from './template.queries.js';
import { templateStream } from '../streams.js';
import { templateInPath } from './template.references.js';
import { templates } from './template.stream.js';

export const templateApi: Api = {
  commands: commandsOf(templates, {
    VersionTemplate: {
      command: VersionTemplate,
      stream: ({ key, language }, entity) => templateStream(entity, key, language),
      id: ({ key, language }) => `${key}/${language}`,
      begins: true,
      // What it says is read here, so that nobody sends what cannot be filled.
      references: async ({ key, language, subject, body }) => {
        checkMessage('/subject', subject);
        checkMessage('/body', body);
        return { readyMade: readyMade(key, language) };
      },
    },
  }),
  routes: {
    'POST /v1/templates/:key/:language': {
      roles: ['manager'],
      batch: { command: VersionTemplate, path: templateInPath },
    },
    'POST /v1/templates/:key/:language/preview': { roles: EVERYONE },
    'GET /v1/templates/:key/:language': { roles: EVERYONE },
  },
  lists: [
    {
      list: TEMPLATES,
      path: 'v1/templates',
      tag: 'Templates',
      summary: 'Texts of mails: ready-made, or as people wrote them',
      roles: EVERYONE,
    },
  ],
  codes: {
    'template-not-found': [
      404,
      'There is no such text, nor a ready-made one.',
      'Look at /v1/templates for keys, or write it: POST /v1/templates/{key}/{language}.',
    ],
  },
  writes: [TemplateController],
  reads: [PreviewController],
  providers: [TemplateQueries],
};
