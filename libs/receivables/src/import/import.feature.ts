import { feature } from '../manifest/feature.js';

/** The import of a file from the page: commands as the command line sends them, and no fact of its own. */
export const importFeature = feature({
  name: 'import',
  facts: {},
  money: {},
  api: () => (require('./import.api.js') as typeof import('./import.api.js')).importApi,
});
