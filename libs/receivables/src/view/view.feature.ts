import { feature } from '../manifest/feature.js';

/** Saved views of the page: a preference in a table, no fact of the business. */
export const viewFeature = feature({
  name: 'view',
  facts: {},
  money: {},
  api: () => (require('./view.api.js') as typeof import('./view.api.js')).viewApi,
});
