import type { Projection } from '@quittance/read-model';
import { LIMITS } from './limit.kinds.js';
import type { SettingsFacts } from './settings.events.js';
import { dutyLines, EVERY_CURRENCY, limitLines, NO_CURRENCY } from './settings.tables.js';

/** What the entity set, as lines. */
export const settingsProjection: Projection<SettingsFacts> = {
  name: 'settings',
  comment: 'Settings of the entity',
  tables: [limitLines, dutyLines],
  streams: ['settings'],
  on: {
    DutiesSet: ({ data, at, statedAt }, changes) =>
      changes.put(dutyLines, {
        ...{ position: at, pairs: [...data.pairs], effective_on: data.setOn, stated_at: statedAt },
      }),
    LimitsSet: ({ data, at, statedAt }, changes) => {
      for (const [name, change] of Object.entries(data.limits)) {
        const lines: [string, string | null][] =
          typeof change === 'object' && change !== null
            ? Object.entries(change)
            : [
                [
                  LIMITS[name]?.of === 'days' ? NO_CURRENCY : EVERY_CURRENCY,
                  change === null ? null : String(change),
                ],
              ];
        for (const [currency, value] of lines)
          changes.put(limitLines, {
            ...{ position: at, name, currency, value },
            ...{ effective_on: data.setOn, stated_at: statedAt },
          });
      }
    },
  },
};
