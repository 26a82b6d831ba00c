import type { Api } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { LiveController } from './live.controller.js';
import { LiveFeed } from './live.feed.js';

export const liveApi: Api = {
  // Each of these roles may read all that is named in an event.
  routes: { 'GET /v1/live': { roles: EVERYONE }, 'GET /v1/live/next': { roles: EVERYONE } },
  codes: {
    'too-many-listeners': [
      503,
      'Too many listen to changes already: 500 in a process, 20 of one caller.',
      'Close some, or try again after `Retry-After`.',
    ],
  },
  reads: [LiveController],
  providers: [LiveFeed],
};
