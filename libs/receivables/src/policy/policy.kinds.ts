/** From the widest to the narrowest: the narrower assignment wins. */
export const POLICY_SCOPES = ['entity', 'segment', 'customer', 'invoice'] as const;
export const STEP_KINDS = ['remind', 'escalate', 'alert', 'propose-collection'] as const;
/** Steps that hand an invoice up to somebody. */
export const ESCALATING: readonly PolicyStep['kind'][] = ['escalate', 'propose-collection'];
export const TONES = ['friendly', 'formal', 'firm'] as const;
/** Whether a person looks at the mail before it leaves. */
export const APPROVALS = ['always', 'high-value', 'never'] as const;
export const GROUPINGS = ['customer', 'invoice'] as const;
/** To whom an escalation goes: the owner's manager, else their lead; or the lead, else the manager. */
export const ESCALATED_TO = ['manager', 'lead'] as const;

export type Tone = (typeof TONES)[number];

export interface PolicyStep {
  /** Of its own within the policy: what is done of it is known by it, whatever day it moves to. */
  key: string;
  /** From the agreed due date; negative: before it. */
  days: number;
  kind: (typeof STEP_KINDS)[number];
  template?: string;
  /** Left out: by the customer's history. */
  tone?: Tone;
  approval: (typeof APPROVALS)[number];
  /** Days since the reminder before it, at least. */
  minGapDays?: number;
  /** Of an escalation; the manager, when left out. */
  to?: (typeof ESCALATED_TO)[number];
}

/** How a debtor is chased. Amounts are texts with the currency's decimals. */
export type ChasePolicy = {
  name: string;
  /** By days. */
  steps: readonly PolicyStep[];
  /** By currency: nobody is asked for less. */
  minAmount: Readonly<Record<string, string>>;
  /** A step that falls on a weekend or a holiday comes on the next business day. */
  businessDays: boolean;
  /** `target` and dates. */
  holidays: readonly string[];
  /** Of the entity's day, `HH:MM`: no mail leaves from `from` to `to`. */
  quietHours?: { from: string; to: string };
  /** One mail a customer, day, language and tone; or one an invoice. */
  grouping: (typeof GROUPINGS)[number];
};

/** A version of it. Version 0 is what Quittance brings. */
export type PolicyInForce = ChasePolicy & { policyId: string; version: number };
