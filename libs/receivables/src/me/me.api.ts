import type { Api } from '../manifest/feature.js';
import { LOOKED_UP } from '../manifest/roles.js';
import { MeController } from './me.controller.js';

export const meApi: Api = {
  routes: { 'GET /v1/me': { roles: LOOKED_UP } },
  reads: [MeController],
};
