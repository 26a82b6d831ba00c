import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { FactController } from './fact.controller.js';
import { FactQueries } from './fact.queries.js';

export const factApi: Api = {
  routes: {
    'GET /v1/facts/:position': { roles: EVERYONE },
    'GET /v1/streams/:id/raw': { roles: EVERYONE },
  },
  reads: [FactController],
  providers: [FactQueries],
};
