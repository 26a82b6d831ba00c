import { feature } from '../manifest/feature.js';

/** Instants of the past that have a name: an aid in a table, no fact of the business. */
export const instantFeature = feature({
  name: 'instant',
  facts: {},
  money: {},
  api: () => (require('./instant.api.js') as typeof import('./instant.api.js')).instantApi,
});
