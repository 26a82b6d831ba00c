import { feature } from '../manifest/feature.js';

export const factFeature = feature({
  name: 'fact',
  facts: {},
  money: {},
  api: () => (require('./fact.api.js') as typeof import('./fact.api.js')).factApi,
});
