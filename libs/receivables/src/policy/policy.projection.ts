import type { Projection } from '@quittance/read-model';
import type { PolicyFacts } from './policy.events.js';
import { firstRuns, policyAssignments, policyVersions } from './policy.tables.js';

/** Policies as they were stored, and whom they are for. */
export const policyProjection: Projection<PolicyFacts> = {
  name: 'policies',
  comment: 'How debtors are chased',
  tables: [policyVersions, policyAssignments, firstRuns],
  streams: ['policy'],
  on: {
    PolicyVersioned: ({ data: { policyId, version, versionedOn, ...policy }, at, statedAt }, changes) =>
      changes.put(policyVersions, {
        ...{ position: at, policy_id: policyId, version, policy },
        ...{ effective_on: versionedOn, stated_at: statedAt },
      }),
    PolicyAssigned: ({ data: { policyId, scope, scopeId, from, assignedOn }, at, statedAt }, changes) =>
      changes.put(policyAssignments, {
        ...{ position: at, policy_id: policyId, scope, scope_id: scopeId ?? '', from_on: from },
        ...{ effective_on: assignedOn, stated_at: statedAt },
      }),
    EscalationsHeld: ({ data: { escalations, heldOn }, at, statedAt }, changes) =>
      changes.put(firstRuns, {
        ...{ position: at, status: 'held', escalations, effective_on: heldOn, stated_at: statedAt },
      }),
    EscalationsConfirmed: ({ data: { escalations, confirmedOn }, at, statedAt }, changes) =>
      changes.put(firstRuns, {
        ...{ position: at, status: 'confirmed', escalations, effective_on: confirmedOn, stated_at: statedAt },
      }),
  },
};
