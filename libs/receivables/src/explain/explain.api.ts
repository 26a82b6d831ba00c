import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { CompareQueries } from './compare.queries.js';
import { ExplainController } from './explain.controller.js';
import { ExplainQueries } from './explain.queries.js';
import { ExposureQueries } from './exposure.queries.js';
import { ThingsQueries } from './things.queries.js';

export const explainApi: Api = {
  routes: { 'GET /v1/explain': { roles: EVERYONE }, 'GET /v1/compare': { roles: EVERYONE } },
  reads: [ExplainController],
  providers: [ExplainQueries, ExposureQueries, ThingsQueries, CompareQueries],
};
