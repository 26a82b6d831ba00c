import { feature } from '../manifest/feature.js';

export const liveFeature = feature({
  name: 'live',
  facts: {},
  money: {},
  api: () => (require('./live.api.js') as typeof import('./live.api.js')).liveApi,
});
