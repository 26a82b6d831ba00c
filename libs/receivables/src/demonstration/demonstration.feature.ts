import { feature } from '../manifest/feature.js';

/** Two years of an invented company, for an installation that is empty: commands like any others, and no fact of its own. */
export const demonstrationFeature = feature({
  name: 'demonstration',
  facts: {},
  money: {},
  api: () => (require('./demonstration.api.js') as typeof import('./demonstration.api.js')).demonstrationApi,
});
