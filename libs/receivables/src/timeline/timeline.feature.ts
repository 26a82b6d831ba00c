import { feature } from '../manifest/feature.js';

export const timelineFeature = feature({
  name: 'timeline',
  facts: {},
  money: {},
  api: () => (require('./timeline.api.js') as typeof import('./timeline.api.js')).timelineApi,
});
