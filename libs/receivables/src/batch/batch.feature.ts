import { feature } from '../manifest/feature.js';

export const batchFeature = feature({
  name: 'batch',
  facts: {},
  money: {},
  api: () => (require('./batch.api.js') as typeof import('./batch.api.js')).batchApi,
});
