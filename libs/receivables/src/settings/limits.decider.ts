import { amountIn, factsOf, type Slice, wrong } from '@quittance/kernel';
import { LIMITS, type LimitChange, type Limits, withChanges } from './limit.kinds.js';
import type { SetLimits } from './settings.commands.js';
import type { SettingsFacts } from './settings.events.js';

export interface LimitsSlice {
  name: 'limits';
  commands: { SetLimits: SetLimits };
  facts: Pick<SettingsFacts, 'LimitsSet'>;
  own: Limits;
}

const fact = factsOf<Pick<SettingsFacts, 'LimitsSet'>>();

/** How far people decide alone. */
export const limits: Slice<LimitsSlice> = {
  name: 'limits',
  initial: {},
  decide: {
    SetLimits(command, { own }, { today }) {
      const named = Object.keys(LIMITS).filter((name) => command[name] !== undefined);
      if (named.length === 0)
        throw wrong('', 'required', undefined, `at least one of ${Object.keys(LIMITS).join(', ')}`);
      const asked = Object.fromEntries(
        named.map((name): [string, LimitChange] => [name, exact(name, command[name] as LimitChange)]),
      );
      const next = withChanges(own, asked);
      const changed = named.filter((name) => !same(own[name], next[name]));
      if (changed.length === 0) return [];
      const before = changed.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]]));
      return [
        fact('LimitsSet', {
          limits: Object.fromEntries(changed.map((name) => [name, asked[name]!])),
          before: Object.fromEntries(before) as Limits,
          setOn: today,
        }),
      ];
    },
  },
  evolve: { LimitsSet: (own, { limits: changes }) => withChanges(own, changes) },
};

/** Amounts with exactly their currency's decimals. */
function exact(name: string, change: LimitChange): LimitChange {
  if (change === null || typeof change === 'number') return change;
  return Object.fromEntries(
    Object.entries(change).map(([currency, amount]) => [
      currency,
      amount === null ? null : amountIn(currency, amount, `/${name}/${currency}`).toString(),
    ]),
  );
}

const same = (one: Limits[string] | undefined, other: Limits[string] | undefined): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (limit: Limits[string] | undefined): unknown =>
  typeof limit === 'object' ? Object.entries(limit).sort() : limit;
