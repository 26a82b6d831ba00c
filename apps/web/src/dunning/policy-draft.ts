import type { BodyOf } from '../api/command';
import type { Policy, PolicyStep } from './use-policies';

/** A step as it is typed: texts, of which some cannot be read yet. */
export interface StepDraft {
  /** Tells rows apart while their keys are typed. */
  row: string;
  key: string;
  /** What was sent is known by its key: that of a version in force does not follow the days. */
  keyFollows: boolean;
  days: string;
  kind: PolicyStep['kind'];
  template: string;
  tone: NonNullable<PolicyStep['tone']> | '';
  approval: PolicyStep['approval'];
  minGapDays: string;
  to: NonNullable<PolicyStep['to']> | '';
}

/** A policy as it is typed. */
export interface PolicyDraft {
  policyId: string;
  name: string;
  steps: StepDraft[];
  /** By currency; undefined while it cannot be read, empty where nothing is asked. */
  least: Record<string, string | undefined>;
  businessDays: boolean;
  target: boolean;
  /** Own days off, apart by spaces, commas or lines. */
  daysOff: string;
  quietFrom: string;
  quietTo: string;
  grouping: Policy['grouping'];
}

const stepDraft = (step: PolicyStep): StepDraft => ({
  ...{ row: step.key, key: step.key, keyFollows: false, days: String(step.days), kind: step.kind },
  ...{ template: step.template ?? '', tone: step.tone ?? '', approval: step.approval, to: step.to ?? '' },
  minGapDays: step.minGapDays === undefined ? '' : String(step.minGapDays),
});

/** What is typed at first: the policy whole. */
export const draftOf = (policy: Policy): PolicyDraft => ({
  ...{ policyId: policy.policyId, name: policy.name, steps: policy.steps.map(stepDraft) },
  ...{ least: { ...policy.minAmount }, businessDays: policy.businessDays, grouping: policy.grouping },
  target: policy.holidays.includes('target'),
  daysOff: policy.holidays.filter((day) => day !== 'target').join('\n'),
  ...{ quietFrom: policy.quietHours?.from ?? '', quietTo: policy.quietHours?.to ?? '' },
});

/** @returns undefined while it is no whole number */
export const wholeOf = (text: string): number | undefined =>
  /^[+-]?\d{1,4}$/.test(minus(text)) ? Number(minus(text)) : undefined;
const minus = (text: string): string => text.trim().replace('−', '-');

export const keyOf = (days: string): string => {
  const whole = wholeOf(days);
  return whole === undefined ? '' : `due${whole < 0 ? '' : '+'}${whole}`;
};

/** A week after the last one. */
export function addedTo(steps: readonly StepDraft[]): StepDraft {
  const last = Math.max(0, ...steps.map(({ days }) => wholeOf(days) ?? 0));
  const days = String(last + 7);
  return {
    ...{ row: crypto.randomUUID(), key: keyOf(days), keyFollows: true, days, ...ofKind('remind') },
    minGapDays: '',
  };
}

/** What a step of a kind begins with: only reminders are written and looked at. */
export const ofKind = (
  kind: StepDraft['kind'],
): Pick<StepDraft, 'kind' | 'template' | 'tone' | 'approval' | 'to'> =>
  kind === 'remind'
    ? { kind, template: 'reminder', tone: '', approval: 'always', to: '' }
    : { kind, template: '', tone: '', approval: 'never', to: '' };

/** Steps whose day can be read, for the picture. */
export const stepsIn = ({ steps }: PolicyDraft): PolicyStep[] =>
  steps.flatMap((step) => {
    const days = wholeOf(step.days);
    return days === undefined ? [] : [stepOf(step, days)];
  });

function stepOf(
  { key, kind, template, tone, approval, minGapDays, to }: StepDraft,
  days: number,
): PolicyStep {
  const gap = wholeOf(minGapDays);
  return {
    ...{ key: key.trim(), days, kind, approval },
    ...(template.trim() && { template: template.trim() }),
    ...(tone && { tone }),
    ...(gap !== undefined && { minGapDays: gap }),
    ...(to && { to }),
  };
}

/** What goes to the API. @returns undefined while something is missing or cannot be read */
export function policyIn(draft: PolicyDraft): BodyOf<'/v1/policies'> | undefined {
  const { policyId, name, steps, least, businessDays, target, daysOff, quietFrom, quietTo, grouping } = draft;
  const amounts = Object.entries(least).filter(([, amount]) => amount !== '');
  const read = stepsIn(draft);
  const isGapRead = steps.every(({ minGapDays: gap }) => gap.trim() === '' || wholeOf(gap) !== undefined);
  if (!policyId.trim() || !name.trim() || read.length !== steps.length || !isGapRead) return undefined;
  if (amounts.some(([, amount]) => amount === undefined) || read.some(({ key }) => key === ''))
    return undefined;
  if ((quietFrom === '') !== (quietTo === '')) return undefined;
  return {
    ...{ policyId: policyId.trim(), name: name.trim(), steps: read, businessDays, grouping },
    minAmount: Object.fromEntries(amounts) as Record<string, string>,
    holidays: [...(target ? ['target'] : []), ...daysOff.split(/[\s,;]+/).filter(Boolean)],
    ...(quietFrom && { quietHours: { from: quietFrom, to: quietTo } }),
  };
}
