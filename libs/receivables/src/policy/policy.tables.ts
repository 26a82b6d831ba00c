import { table } from '@quittance/read-model';
import { LINE } from '../columns.js';
import type { ChasePolicy } from './policy.kinds.js';

/** A version of a policy, as it was stored. */
export interface PolicyRow {
  position: bigint;
  policy_id: string;
  version: number;
  policy: ChasePolicy;
  effective_on: string;
  stated_at: Date;
}
export const policyVersions = table<PolicyRow>({
  name: 'policy_versions',
  comment:
    'How debtors are chased: every version of every policy that was stored; of each the last one holds',
  key: ['position'],
  columns: {
    position: LINE.position,
    policy_id: { type: 'text', comment: 'Id of the policy: gentle, standard, firm, or one of your own' },
    version: { type: 'integer', comment: 'From 1' },
    policy: {
      type: 'jsonb',
      comment: '{name, steps, minAmount, businessDays, holidays, quietHours, grouping}',
    },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
});

/** That somebody is chased by a policy from a day on. */
export interface AssignmentRow {
  position: bigint;
  policy_id: string;
  scope: string;
  scope_id: string;
  from_on: string;
  effective_on: string;
  stated_at: Date;
}
export const policyAssignments = table<AssignmentRow>({
  name: 'policy_assignments',
  comment: 'By which policy the entity, a segment, a customer or an invoice is chased from a day on',
  key: ['position'],
  columns: {
    position: LINE.position,
    policy_id: { type: 'text', comment: 'Id of the policy' },
    scope: { type: 'text', comment: 'entity, segment, customer or invoice: the narrower wins' },
    scope_id: { type: 'text', comment: 'Segment, customers.id or invoices.id; empty: the entity' },
    from_on: { type: 'date', comment: 'The day from which it holds' },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
});

/** That the escalations of a first run were held, or confirmed. */
export interface FirstRunRow {
  position: bigint;
  status: 'held' | 'confirmed';
  escalations: number;
  effective_on: string;
  stated_at: Date;
}
export const firstRuns = table<FirstRunRow>({
  name: 'first_runs',
  comment: 'That the escalations of a first run of dunning were held, and that a manager confirmed them',
  key: ['position'],
  columns: {
    position: LINE.position,
    status: { type: 'text', comment: 'held or confirmed' },
    escalations: { type: 'integer', comment: 'How many there were' },
    effective_on: LINE.effective_on,
    stated_at: LINE.stated_at,
  },
});
