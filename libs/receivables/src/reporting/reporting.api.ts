import { KnownAxis, ProjectorWatch } from '@quittance/reading';
import { Pool } from 'pg';
import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { CLOCK } from '../parts.js';
import { AgingQueries } from './aging.queries.js';
import { AgingQueriesController } from './aging.queries.controller.js';
import { knownAxis } from './axis.js';
import { NUMBERING } from './numbering.list.js';
import { exceptionsList } from './exceptions.list.js';

export const reportingApi: Api = {
  routes: {
    'GET /v1/reports/aging': { roles: EVERYONE },
    'GET /v1/reports/aging/series': { roles: EVERYONE },
  },
  lists: [
    {
      list: NUMBERING,
      path: 'v1/reports/numbering',
      tag: 'Reports',
      summary: 'Numbers of invoices and credit notes by series, with gaps and duplicates',
      description:
        'A series is what stands before the last digits of a number. A void invoice keeps its number; what was taken over at a cut-over is left out. ' +
        'As of today, or at `asOf` and as known at `knownAt`.',
      roles: EVERYONE,
    },
  ],
  listsOf: (exceptions) => [
    {
      list: exceptionsList(exceptions),
      path: 'v1/reports/exceptions',
      tag: 'Reports',
      summary: 'Exceptions of every kind, one row each: what was agreed or happened beside the usual course',
      description:
        'As of today, or at `asOf` and as known at `knownAt`. By filters of one invoice (`invoiceId`), customer, `kind` or `state`.',
      roles: EVERYONE,
      compares: EVERYONE,
    },
  ],
  reads: [AgingQueriesController],
  providers: [
    { provide: KnownAxis, inject: [Pool, ProjectorWatch, CLOCK], useFactory: knownAxis },
    AgingQueries,
  ],
};
