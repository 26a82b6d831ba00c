import { feature } from '../manifest/feature.js';

export const searchFeature = feature({
  name: 'search',
  facts: {},
  money: {},
  api: () => (require('./search.api.js') as typeof import('./search.api.js')).searchApi,
});
