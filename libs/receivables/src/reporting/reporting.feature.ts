import { feature } from '../manifest/feature.js';
import { controlProjection } from './control.projection.js';
import { receivableProjection } from './receivable.projection.js';

export const reportingFeature = feature({
  name: 'reporting',
  facts: {},
  projections: [receivableProjection, controlProjection],
  api: () => (require('./reporting.api.js') as typeof import('./reporting.api.js')).reportingApi,
});
