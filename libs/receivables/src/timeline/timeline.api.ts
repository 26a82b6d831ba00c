import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineQueries } from './timeline.queries.js';
import { TimesController } from './times.controller.js';
import { TimesQueries } from './times.queries.js';

export const timelineApi: Api = {
  routes: {
    'GET /v1/invoices/:id/timeline': { roles: EVERYONE },
    'GET /v1/customers/:id/timeline': { roles: EVERYONE },
    'GET /v1/times': { roles: EVERYONE },
  },
  reads: [TimelineController, TimesController],
  providers: [TimelineQueries, TimesQueries],
};
