import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { InstantController } from './instant.controller.js';
import { InstantQueries } from './instant.queries.js';

export const instantApi: Api = {
  routes: {
    'GET /v1/instants': { roles: EVERYONE },
    'POST /v1/instants': { roles: EVERYONE },
    'POST /v1/instants/:id/removal': { roles: EVERYONE },
  },
  reads: [InstantController],
  providers: [InstantQueries],
  codes: {
    'instant-taken': [409, 'The name stands for another instant.', 'Choose another name.'],
    'instant-of-another': [
      403,
      'Somebody else named the instant.',
      'Ask them, or somebody with the role admin.',
    ],
    'too-many-instants': [409, 'There are as many named instants as there may be.', 'Remove one first.'],
  },
};
