import { Decimal } from 'decimal.js';
import { lines, ofType, type Value } from '../../../../test/faults/support/books/balance.js';
import type { PlainFact } from '../../../../test/faults/support/books/plain-fact.js';
import type { FeatureActions } from '../../../../test/histories/simulated/action.js';
import { type LimitChange, type LimitChanges, LIMITS } from './limit.kinds.js';

/** By currency what it is from then on; `*`: of every currency, empty: in days. */
function valuesOf(name: string, change: LimitChange): [currency: string, value: string | number | null][] {
  if (typeof change === 'object' && change !== null) return Object.entries(change);
  return [[LIMITS[name]?.of === 'days' ? '' : '*', change]];
}

const limitsIn = ({ at, said, data }: PlainFact): [string, Value[]][] =>
  Object.entries(data.limits as LimitChanges).flatMap(([name, change]) =>
    valuesOf(name, change).map(([currency, value]): [string, Value[]] => [
      [at, name, currency].join(' '),
      [value === null ? null : new Decimal(value), said.setOn],
    ]),
  );

export const settingsActions: FeatureActions = {
  actions: [],
  balances: [
    {
      of: 'limit_lines',
      projection: 'settings',
      what: 'the limits, as they were set',
      sql: `select concat_ws(' ', position, name, currency), value, effective_on from live.limit_lines`,
      must: (facts) => new Map(ofType(facts, 'LimitsSet').flatMap(limitsIn)),
    },
    {
      of: 'duty_lines',
      projection: 'settings',
      what: 'the duties that are kept apart',
      sql: `select position::text, replace(pairs::text, ', ', ','), effective_on from live.duty_lines`,
      must: lines('DutiesSet', ({ said, data }) => [JSON.stringify(data.pairs), said.setOn]),
    },
  ],
  agrees: () => undefined,
};
