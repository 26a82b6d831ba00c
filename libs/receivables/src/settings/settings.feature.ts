import type { StateOf } from '@quittance/kernel';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import type { DutiesSlice } from './duties.decider.js';
import type { LimitsSlice } from './limits.decider.js';
import type { SettingsFacts } from './settings.events.js';
import { settingsFacts } from './settings.facts.js';
import { settingsProjection } from './settings.projection.js';
import { settings } from './settings.stream.js';

type State = StateOf<LimitsSlice | DutiesSlice>;

export const settingsFeature = feature<SettingsFacts>({
  name: 'settings',
  facts: settingsFacts,
  money: { LimitsSet: noMoney, DutiesSet: noMoney },
  streams: [settings],
  projections: [settingsProjection],
  policy: {
    folding: settings,
    limits: (state) => (state as State).limits,
    duties: (state) => (state as State).duties,
  },
  api: () => (require('./settings.api.js') as typeof import('./settings.api.js')).settingsApi,
});
