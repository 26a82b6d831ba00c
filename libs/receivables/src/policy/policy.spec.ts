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
  expect(version({ JPY: '10.50' })).toEqual(wrongField('/minAmount', 'decimals'));
  expect(version({ JPY: '10', EUR: '10.50' })).toMatchObject([{ type: 'PolicyVersioned' }]);
});
