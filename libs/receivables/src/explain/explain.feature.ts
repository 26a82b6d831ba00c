import { feature } from '../manifest/feature.js';

export const explainFeature = feature({
  name: 'explain',
  facts: {},
  money: {},
  api: () => (require('./explain.api.js') as typeof import('./explain.api.js')).explainApi,
});
