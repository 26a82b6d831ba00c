import type { DutyPair } from '@quittance/kernel';
import type { FactsDeclared } from '../manifest/fact.js';
import { changed, type LimitChanges, type Limits } from './limit.kinds.js';
import type { SettingsFacts } from './settings.events.js';

/** What Quittance says of settings. */
export const settingsFacts: FactsDeclared<SettingsFacts> = {
  LimitsSet: {
    schema: 1,
    effectiveOn: (fact) => fact.setOn,
    sentence: ({ limits, before }, actor) => `${actor} set limits: ${told(limits, before)}`,
    stream: 'settings-<entity>',
    comment: 'Limits of the entity were set or lifted',
    fields: {
      limits: 'what changes, by the name of the limit: days, or amounts by currency; null lifts',
      before: 'the same limits before; one that is not there did not limit',
      setOn: 'business date on which it was set',
    },
    duties: ['settings'],
  },

  DutiesSet: {
    schema: 1,
    effectiveOn: (fact) => fact.setOn,
    sentence: ({ pairs, before }, actor) =>
      `${actor} set which duties one person may not combine on one document: from ${pairsInWords(before)} to ${pairsInWords(pairs)}`,
    stream: 'settings-<entity>',
    comment: 'Which duties one person may not combine on one document was set',
    fields: {
      pairs: 'pairs of duties, all that are kept apart from then on',
      before: 'pairs before',
      setOn: 'business date on which it was set',
    },
    duties: ['settings'],
  },
};

const pairsInWords = (pairs: readonly DutyPair[]): string =>
  pairs.map(([one, other]) => `${one} with ${other}`).join(' and ') || 'none';

const told = (limits: LimitChanges, before: Limits): string =>
  Object.entries(limits)
    .map(
      ([name, change]) =>
        `${name} from ${inWords(before[name])} to ${inWords(changed(before[name], change))}`,
    )
    .join('; ');

function inWords(limit: Limits[string] | undefined): string {
  if (limit === undefined) return 'no limit';
  if (typeof limit === 'number') return `${limit} days`;
  return Object.entries(limit)
    .map(([currency, amount]) => `${amount} ${currency}`)
    .join(' and ');
}
