import { ledgerProjection } from '../ledger/ledger.projection.js';
import { feature } from '../manifest/feature.js';
import { controlProjection } from './control.projection.js';
import { receivableProjection } from './receivable.projection.js';

export const reportingFeature = feature({
  name: 'reporting',
  facts: {},
  money: {},
  projections: [ledgerProjection, receivableProjection, controlProjection],
  api: () => (require('./reporting.api.js') as typeof import('./reporting.api.js')).reportingApi,
});
