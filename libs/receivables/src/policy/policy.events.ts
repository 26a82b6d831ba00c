import type { ChasePolicy, POLICY_SCOPES } from './policy.kinds.js';

export type PolicyScope = (typeof POLICY_SCOPES)[number];

/** Facts of `policy-<entity>`: how debtors are chased. */
export interface PolicyFacts {
  /** A policy whole, as its next version. It holds for steps that are not decided yet. */
  PolicyVersioned: ChasePolicy & { policyId: string; version: number; versionedOn: string };
  /** From a day on a policy is that of the entity, a segment, a customer or an invoice: the narrower one wins. */
  PolicyAssigned: {
    policyId: string;
    scope: PolicyScope;
    /** Segment, customer or invoice; left out: the entity. */
    scopeId?: string;
    from: string;
    assignedOn: string;
  };
  /** The first run that escalates would escalate more than anybody expects: until a manager confirms it, nothing is escalated. */
  EscalationsHeld: { escalations: number; heldOn: string };
  /** From here on escalations are made, however many. */
  EscalationsConfirmed: { escalations: number; heldOn: string; confirmedOn: string };
}
