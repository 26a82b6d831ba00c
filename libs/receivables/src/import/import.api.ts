import type { Api } from '../manifest/feature.js';
import { IMPORTED, LOOKED_UP } from '../manifest/roles.js';
import { ImportController } from './import.controller.js';
import { ImportQueries } from './import.queries.js';
import { Imports } from './imports.js';
import { SuggestionController } from './suggestion.controller.js';

export const importApi: Api = {
  routes: {
    'POST /v1/imports': { roles: IMPORTED },
    'POST /v1/imports/suggestion': { roles: IMPORTED },
    'GET /v1/imports': { roles: LOOKED_UP },
    'GET /v1/imports/:id': { roles: LOOKED_UP },
    'GET /v1/imports/:id/rejects': { roles: LOOKED_UP },
    'GET /v1/imports/:id/warnings': { roles: LOOKED_UP },
    'GET /v1/imports/:id/proposals': { roles: LOOKED_UP },
  },
  reads: [ImportController, SuggestionController],
  providers: [Imports, ImportQueries],
  codes: {
    'import-under-way': [
      409,
      'An import of yours is under way.',
      'Wait for its end: `GET /v1/imports/{id}` says how far it is.',
    ],
    'imports-busy': [
      409,
      'As many imports are under way as run at once.',
      'Send it again when one has ended: `GET /v1/imports` says how far they are.',
    ],
    'unusable-file': [
      422,
      'The file, or the mapping for it, cannot be used; nothing was recorded.',
      'Mend what `errors` names.',
    ],
  },
};
