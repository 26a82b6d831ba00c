import { ignore } from '@quittance/read-model';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { people } from '../person/person.stream.js';
import { absence } from './absence.decider.js';
import type { AbsenceFacts } from './absence.events.js';
import { absenceFacts } from './absence.facts.js';
import { absenceProjection } from './absence.projection.js';

export const absenceFeature = feature<AbsenceFacts>({
  name: 'absence',
  facts: absenceFacts,
  money: { AbsenceRecorded: noMoney },
  slices: [
    { on: people, slice: absence, elsewhere: ignore('an absence changes nothing of who somebody is') },
  ],
  projections: [absenceProjection],
  api: () => (require('./absence.api.js') as typeof import('./absence.api.js')).absenceApi,
});
