import { addedTo, draftOf, keyOf, policyIn, stepsIn } from './policy-draft';
import type { Policy } from './use-policies';

const FIRM: Policy = {
  ...{ policyId: 'firm', version: 2, name: 'Firm', minAmount: { EUR: '10.00' }, businessDays: true },
  ...{ holidays: ['2026-12-24', 'target'], quietHours: { from: '19:00', to: '08:00' }, grouping: 'customer' },
  steps: [
    { key: 'due-3', days: -3, kind: 'remind', template: 'reminder', tone: 'friendly', approval: 'never' },
    { key: 'due+5', days: 5, kind: 'remind', approval: 'always', minGapDays: 2 },
    { key: 'due+20', days: 20, kind: 'escalate', approval: 'never', to: 'lead' },
  ],
};

it('a policy that is not touched goes back as it came', () => {
  const { version: _, ...body } = FIRM;
  expect(policyIn(draftOf(FIRM))).toEqual({ ...body, holidays: ['target', '2026-12-24'] });
});

it('the key of a step that is added says its day', () => {
  const { steps } = draftOf(FIRM);
  expect(addedTo(steps)).toMatchObject({ key: 'due+27', days: '27', keyFollows: true, kind: 'remind' });
  expect(['-3', '−3', '0', '+14', 'x'].map(keyOf)).toEqual(['due-3', 'due-3', 'due+0', 'due+14', '']);
});

it('nothing goes to the API while a day, an amount or half of the quiet hours is missing', () => {
  const draft = draftOf(FIRM);
  const [first, ...others] = draft.steps;
  const unread = { ...draft, steps: [{ ...first!, days: 'soon' }, ...others] };
  expect(policyIn(unread)).toBeUndefined();
  expect(stepsIn(unread).map(({ days }) => days)).toEqual([5, 20]);
  expect(policyIn({ ...draft, least: { EUR: undefined } })).toBeUndefined();
  expect(policyIn({ ...draft, least: { EUR: '' } })).toMatchObject({ minAmount: {} });
  expect(policyIn({ ...draft, quietTo: '' })).toBeUndefined();
});
