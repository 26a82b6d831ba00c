import { KnownAxis, ProjectorWatch } from '@quittance/reading';
import { Pool } from 'pg';
import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { CLOCK } from '../parts.js';
import { AgingQueries } from './aging.queries.js';
import { AgingQueriesController } from './aging.queries.controller.js';
import { knownAxis } from './axis.js';
import { exceptionsList } from './exceptions.list.js';

export const reportingApi: Api = {
  routes: { 'GET /v1/reports/aging': { roles: EVERYONE } },
  listsOf: (exceptions) => [
    {
      list: exceptionsList(exceptions),
      path: 'v1/reports/exceptions',
      tag: 'Reports',
      summary: 'Exceptions of every kind, one row each: what was agreed or happened beside the usual course',
      description:
        'As of today, or at `asOf` and as known at `knownAt`. By filters of one invoice (`invoiceId`), customer, `kind` or `state`.',
      roles: EVERYONE,
    },
  ],
  reads: [AgingQueriesController],
  providers: [
    { provide: KnownAxis, inject: [Pool, ProjectorWatch, CLOCK], useFactory: knownAxis },
    AgingQueries,
  ],
};
