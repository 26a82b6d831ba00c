import { DUTIES, type Duty, type DutyPair, factsOf, type Slice, wrong } from '@quittance/kernel';
import type { SetDuties } from './settings.commands.js';
import type { SettingsFacts } from './settings.events.js';

export interface DutiesSlice {
  name: 'duties';
  commands: { SetDuties: SetDuties };
  facts: Pick<SettingsFacts, 'DutiesSet'>;
  own: readonly DutyPair[];
}

const fact = factsOf<Pick<SettingsFacts, 'DutiesSet'>>();

/** What one person may not combine on one document, beside asking and approving. */
export const duties: Slice<DutiesSlice> = {
  name: 'duties',
  initial: [],
  decide: {
    SetDuties({ pairs }, { own }, { today }) {
      const next = pairs.map((pair, i) => inOrder(pair, `/pairs/${i}`));
      const twice = next.findIndex((pair, i) => next.findIndex((other) => same(other, pair)) < i);
      if (twice >= 0) throw wrong(`/pairs/${twice}`, 'once', pairs[twice], 'each pair once');
      next.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
      if (JSON.stringify(next) === JSON.stringify(own)) return [];
      return [fact('DutiesSet', { pairs: next, before: own, setOn: today })];
    },
  },
  evolve: { DutiesSet: (_own, { pairs }) => pairs },
};

const same = ([one, other]: DutyPair, [a, b]: DutyPair): boolean => one === a && other === b;

/** A pair is the same in both orders. */
function inOrder([one, other]: readonly Duty[], field: string): DutyPair {
  if (one === other) throw wrong(field, 'two-duties', [one, other], 'two duties, not one twice');
  return DUTIES.indexOf(one!) < DUTIES.indexOf(other!) ? [one!, other!] : [other!, one!];
}
