import type { ChasePolicy, PolicyInForce, PolicyStep, Tone } from './policy.kinds.js';

const remind = (
  days: number,
  tone: Tone,
  approval: PolicyStep['approval'],
  more: Partial<PolicyStep> = {},
): PolicyStep => ({
  key: `due${days < 0 ? '' : '+'}${days}`,
  ...{ days, kind: 'remind', template: 'reminder', tone, approval, ...more },
});

const then = (kind: PolicyStep['kind'], days: number): PolicyStep => ({
  ...{ key: `due+${days}`, days, kind, approval: 'never' },
});

const plain: Omit<ChasePolicy, 'name' | 'steps'> = {
  ...{ minAmount: {}, businessDays: false, holidays: [], grouping: 'customer' },
};
const working = {
  ...{ businessDays: true, holidays: ['target'], quietHours: { from: '19:00', to: '08:00' } },
};

/** What Quittance brings, until a version of that id is stored. */
export const READY_MADE: readonly PolicyInForce[] = [
  {
    ...{ policyId: 'standard', version: 0, name: 'Standard', ...plain },
    steps: [
      remind(-3, 'friendly', 'always'),
      remind(3, 'friendly', 'always'),
      remind(7, 'formal', 'always'),
      remind(14, 'firm', 'always'),
      then('escalate', 30),
    ],
  },
  {
    ...{ policyId: 'gentle', version: 0, name: 'Gentle', ...plain, ...working },
    steps: [
      remind(7, 'friendly', 'high-value', { minGapDays: 7 }),
      remind(21, 'friendly', 'high-value', { minGapDays: 7 }),
      remind(45, 'formal', 'always', { minGapDays: 14 }),
      then('escalate', 60),
    ],
  },
  {
    ...{ policyId: 'firm', version: 0, name: 'Firm', ...plain, ...working },
    steps: [
      remind(-3, 'friendly', 'never'),
      remind(1, 'formal', 'high-value'),
      remind(5, 'firm', 'high-value', { minGapDays: 2 }),
      remind(10, 'firm', 'always', { minGapDays: 3 }),
      then('escalate', 20),
      then('propose-collection', 45),
    ],
  },
];

/** The policy of an entity that never said another. */
export const STANDARD = READY_MADE[0]!;

/** What Quittance brings and what is stored, each in the version that holds, by id. */
export const withReadyMade = (stored: readonly PolicyInForce[]): PolicyInForce[] =>
  [...READY_MADE.filter(({ policyId }) => !stored.some((one) => one.policyId === policyId)), ...stored].sort(
    (one, other) => (one.policyId < other.policyId ? -1 : 1),
  );
