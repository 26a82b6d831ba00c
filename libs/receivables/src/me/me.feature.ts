import { feature } from '../manifest/feature.js';

export const meFeature = feature({
  name: 'me',
  facts: {},
  money: {},
  api: () => (require('./me.api.js') as typeof import('./me.api.js')).meApi,
});
