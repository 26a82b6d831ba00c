import type { Api } from '../manifest/feature.js';
import { IMPORTED } from '../manifest/roles.js';
import { BatchController } from './batch.controller.js';

export const batchApi: Api = {
  routes: { 'POST /v1/batches': { roles: IMPORTED } },
  writes: [BatchController],
};
