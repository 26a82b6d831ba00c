import type { Api } from '../manifest/feature.js';
import { LOOKED_UP } from '../manifest/roles.js';
import { SearchController } from './search.controller.js';
import { SearchQueries } from './search.queries.js';

export const searchApi: Api = {
  routes: { 'GET /v1/search': { roles: LOOKED_UP } },
  reads: [SearchController],
  providers: [SearchQueries],
};
