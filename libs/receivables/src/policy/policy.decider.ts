import { decimalsOf, type FactOf, factsOf, wrong } from '@quittance/kernel';
import type { Decider } from '@quittance/kernel';
import type { ConfirmEscalations, HoldEscalations } from './first-run.commands.js';
import { confirmEscalations, type FirstRun, holdEscalations } from './first-run.decider.js';
import type { AssignPolicy, VersionPolicy } from './policy.commands.js';
import type { PolicyFacts } from './policy.events.js';
import { type ChasePolicy, type PolicyInForce, POLICY_SCOPES } from './policy.kinds.js';
import { READY_MADE, STANDARD } from './ready-made.kinds.js';

export interface Policies {
  /** The last version of each that was stored, by id. */
  stored: ReadonlyMap<string, PolicyInForce>;
  /** As recorded, the last last. */
  assigned: readonly PolicyFacts['PolicyAssigned'][];
  /** Left out: no run has held escalations. */
  firstRun?: FirstRun;
}

interface PolicyCommands {
  VersionPolicy: VersionPolicy;
  AssignPolicy: AssignPolicy;
  HoldEscalations: HoldEscalations;
  ConfirmEscalations: ConfirmEscalations;
}

export interface PolicyReferences {
  /** Whether what an assignment names is there. */
  AssignPolicy: { exists: boolean };
}

const fact = factsOf<PolicyFacts>();

/** How debtors are chased: `policy-<entity>`. */
export const policies: Decider<PolicyCommands, Policies, PolicyFacts, PolicyReferences> = {
  category: 'policy',
  initial: { stored: new Map<string, PolicyInForce>(), assigned: [] },

  decide: {
    VersionPolicy({ context: _, policyId, ...given }, state, { today }): FactOf<PolicyFacts>[] {
      const policy = wellFormed(given);
      const before = versionOf(state, policyId);
      if (before && contentOf(before) === contentOf(policy)) return [];
      const version = (before?.version ?? 0) + 1;
      return [fact('PolicyVersioned', { policyId, version, versionedOn: today, ...policy })];
    },

    AssignPolicy({ policyId, scope, scopeId, from }, state, { today, references: { exists } }) {
      if (!versionOf(state, policyId)) {
        const known = [...READY_MADE.map((one) => one.policyId), ...state.stored.keys()];
        throw wrong(
          '/policyId',
          'exists',
          policyId,
          `one of ${[...new Set(known)].join(', ')}`,
          'unknown-policy',
        );
      }
      if (scope === 'entity' && scopeId !== undefined)
        throw wrong('/scopeId', 'no-id', scopeId, 'none: the entity is one');
      if (scope !== 'entity' && scopeId === undefined)
        throw wrong('/scopeId', 'required', undefined, `which ${scope}`);
      if (!exists) throw wrong('/scopeId', 'exists', scopeId, `a ${scope} that is known`);
      const assigned = { policyId, scope, ...(scopeId !== undefined && { scopeId }), from: from ?? today };
      if (assignedTo(state, scope, scopeId, assigned.from) === policyId) return [];
      return [fact('PolicyAssigned', { ...assigned, assignedOn: today })];
    },

    HoldEscalations: (command, { firstRun }) => holdEscalations(command, firstRun),

    ConfirmEscalations: (_command, { firstRun }, { today }) => confirmEscalations(firstRun, today),
  },

  evolve: {
    PolicyVersioned: (state, { versionedOn: _, ...policy }) => ({
      ...state,
      stored: new Map(state.stored).set(policy.policyId, policy),
    }),
    PolicyAssigned: (state, assigned) => ({ ...state, assigned: [...state.assigned, assigned] }),
    EscalationsHeld: (state, { escalations, heldOn }) => ({
      ...state,
      firstRun: { escalations, heldOn, confirmed: false },
    }),
    EscalationsConfirmed: (state) => ({
      ...state,
      ...(state.firstRun && { firstRun: { ...state.firstRun, confirmed: true } }),
    }),
  },
};

/** The version of a policy that holds now: what is stored, else what Quittance brings. */
export const versionOf = ({ stored }: Policies, policyId: string): PolicyInForce | undefined =>
  stored.get(policyId) ?? READY_MADE.find((one) => one.policyId === policyId);

/** The policy of a scope on a day: by the assignment that begins last, of several on one day the one recorded last. */
function assignedTo(
  { assigned }: Policies,
  scope: PolicyFacts['PolicyAssigned']['scope'],
  scopeId: string | undefined,
  on: string,
): string | undefined {
  let last: PolicyFacts['PolicyAssigned'] | undefined;
  for (const each of assigned)
    if (each.scope === scope && each.scopeId === scopeId && each.from <= on)
      if (!last || each.from >= last.from) last = each;
  return last?.policyId;
}

/** By which policy an invoice is chased on a day: the narrowest assignment wins. */
export function policyOf(
  state: Policies,
  { invoiceId, customers, segment, on }: PolicyAskedFor,
): PolicyInForce {
  const ids = { invoice: [invoiceId], customer: customers, segment: segment == null ? [] : [segment] };
  for (const scope of [...POLICY_SCOPES].reverse())
    for (const id of scope === 'entity' ? [undefined] : ids[scope]) {
      const policyId = assignedTo(state, scope, id, on);
      if (policyId !== undefined) return versionOf(state, policyId) ?? STANDARD;
    }
  return versionOf(state, STANDARD.policyId)!;
}

/** Of what the policy is asked. */
export interface PolicyAskedFor {
  invoiceId: string;
  /** Whose it is, first as themselves, then as whoever they were merged into. */
  customers: readonly string[];
  segment?: string | null;
  on: string;
}

/** With its steps by days; a key names one step. @throws Rejection */
export function wellFormed(given: ChasePolicy): ChasePolicy {
  const { name, steps, minAmount = {}, businessDays = false, holidays = [], quietHours, grouping } = given;
  // Each with its place in what was given: that is the field which is named when it is wrong.
  const sorted = steps
    .map((step, at) => ({ step, field: `/steps/${at}` }))
    .sort((one, other) => one.step.days - other.step.days);
  sorted.forEach(({ step: { key, days, kind, to }, field }, i) => {
    if (sorted.some((other, j) => j < i && other.step.key === key))
      throw wrong(`${field}/key`, 'keys-apart', key, 'each step has a key of its own');
    if (sorted[i - 1]?.step.days === days)
      throw wrong(
        `${field}/days`,
        'days-apart',
        days,
        'each step has a day of its own: the higher overtakes the lower',
      );
    if (to !== undefined && kind !== 'escalate')
      throw wrong(`${field}/to`, 'to-of-escalation', to, `leave \`to\` out of a step of kind ${kind}`);
  });
  for (const [currency, amount] of Object.entries(minAmount)) {
    const decimals = decimalsOf(currency);
    if ((amount.split('.')[1]?.length ?? 0) > decimals)
      throw wrong(
        `/minAmount/${currency}`,
        'decimals',
        amount,
        `at most ${decimals} decimals in ${currency}`,
      );
  }
  return {
    ...{
      name,
      steps: sorted.map(({ step }) => step),
      minAmount,
      businessDays,
      holidays: [...new Set(holidays)].sort(),
    },
    ...{ grouping: grouping ?? 'customer', ...(quietHours && { quietHours }) },
  };
}

/** Whatever the order in which its members were written. */
const contentOf = ({
  name,
  steps,
  minAmount,
  businessDays,
  holidays,
  quietHours,
  grouping,
}: ChasePolicy): string =>
  JSON.stringify([
    ...[
      name,
      Object.entries(minAmount).sort(),
      businessDays,
      holidays,
      quietHours?.from,
      quietHours?.to,
      grouping,
    ],
    steps.map(({ key, days, kind, template, tone, approval, minGapDays, to }) => [
      ...[key, days, kind, template, tone, approval, minGapDays, to],
    ]),
  ]);
