import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { DemonstrationController } from './demonstration.controller.js';
import { Demonstration } from './demonstration.js';

export const demonstrationApi: Api = {
  routes: {
    'GET /v1/demonstration': { roles: EVERYONE },
    'POST /v1/demonstration': { roles: ['manager', 'admin'] },
  },
  reads: [DemonstrationController],
  providers: [Demonstration],
  codes: {
    'not-empty': [
      409,
      'Something was recorded in the installation already.',
      'Load the demonstration into a new one: another `DATA_DIR`.',
    ],
    'no-demonstration': [
      409,
      'Tokens come from `AUTH_ISSUER`: this is no installation to try things out.',
      'Start one of your own with `npm start`.',
    ],
  },
};
