import { KnownAxis, ProjectorWatch } from '@quittance/reading';
import { Pool } from 'pg';
import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { CLOCK } from '../parts.js';
import { AgingQueries } from './aging.queries.js';
import { AgingQueriesController } from './aging.queries.controller.js';
import { knownAxis } from './axis.js';

export const reportingApi: Api = {
  routes: { 'GET /v1/reports/aging': { roles: EVERYONE } },
  reads: [AgingQueriesController],
  providers: [
    { provide: KnownAxis, inject: [Pool, ProjectorWatch, CLOCK], useFactory: knownAxis },
    AgingQueries,
  ],
};
