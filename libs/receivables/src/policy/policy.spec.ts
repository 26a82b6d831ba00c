import { given, wrongField } from '../../../../test/support/decisions.js';
import { policies } from './policy.decider.js';
import { STANDARD } from './ready-made.kinds.js';

it('a policy asks for no less than an amount that its currency has', () => {
  const { name, steps, businessDays, holidays, grouping } = STANDARD;
  const version = (minAmount: Record<string, string>) =>
    given(policies).when(
      'VersionPolicy',
      {
        policyId: 'ours',
        name,
        steps: [...steps],
        businessDays,
        holidays: [...holidays],
        grouping,
        minAmount,
      },
      undefined,
    );
  expect(version({ JPY: '10.50' })).toEqual(wrongField('/minAmount/JPY', 'decimals'));
  expect(version({ JPY: '10', EUR: '10.50' })).toMatchObject([{ type: 'PolicyVersioned' }]);
});

it('says which step of those given is wrong, whatever their order', () => {
  const { steps, ...rest } = STANDARD;
  const version = (given_: typeof steps) =>
    given(policies).when(
      'VersionPolicy',
      { ...rest, policyId: 'ours', holidays: [], steps: [...given_] },
      undefined,
    );
  const [first, second] = steps as [(typeof steps)[0], (typeof steps)[0]];
  expect(version([second, first, { ...first, days: 60 }])).toEqual(wrongField('/steps/2/key', 'keys-apart'));
  expect(version([second, first, { ...first, key: 'x' }])).toEqual(wrongField('/steps/2/days', 'days-apart'));
  expect(version([second, { ...first, to: 'lead' }])).toEqual(wrongField('/steps/1/to', 'to-of-escalation'));
});
