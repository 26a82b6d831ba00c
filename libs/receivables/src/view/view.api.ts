import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { ViewController } from './view.controller.js';
import { ViewQueries } from './view.queries.js';

export const viewApi: Api = {
  routes: {
    'GET /v1/views': { roles: EVERYONE },
    'POST /v1/views': { roles: EVERYONE },
    'POST /v1/views/:id/removal': { roles: EVERYONE },
  },
  reads: [ViewController],
  providers: [ViewQueries],
  codes: {
    'too-many-views': [
      409,
      'You have as many saved views as one person may have.',
      'Remove one of yours first.',
    ],
    'view-of-another': [
      403,
      'Somebody else saved the view.',
      'Ask them, or somebody with the role admin; save one of your own.',
    ],
  },
};
