import type { FactsDeclared } from '../manifest/fact.js';
import type { PolicyFacts } from './policy.events.js';

const STREAM = 'policy-<entity>';

/** What Quittance says of policies. */
export const policyFacts: FactsDeclared<PolicyFacts> = {
  PolicyVersioned: {
    schema: 1,
    effectiveOn: (fact) => fact.versionedOn,
    sentence: ({ policyId, version, steps }, actor) =>
      `${actor} stored version ${version} of policy ${policyId}: ${steps
        .map(({ key, kind }) => `${key} ${kind}`)
        .join(', ')}`,
    stream: STREAM,
    comment: 'A policy of dunning was stored whole, as its next version',
    fields: {
      ...{ policyId: 'id of the policy', version: 'from 1', name: 'name for people' },
      steps:
        'list of {key, days, kind, template, tone, approval, minGapDays, to} by days from the agreed due date',
      minAmount: 'by currency: nobody is asked for less',
      businessDays: 'a step on a weekend or holiday comes on the next business day',
      holidays: '`target` and dates',
      quietHours: '{from, to}: no mail leaves then',
      grouping: 'customer: one mail a customer, day, language and tone; invoice: one an invoice',
      versionedOn: 'business date on which it was stored',
    },
    duties: ['settings'],
  },

  PolicyAssigned: {
    schema: 1,
    effectiveOn: (fact) => fact.assignedOn,
    sentence: ({ policyId, scope, scopeId, from }, actor) =>
      `${actor} assigned policy ${policyId} to ${scope === 'entity' ? 'the entity' : `${scope} ${scopeId}`} from ${from} on`,
    stream: STREAM,
    comment: 'From a day on somebody is chased by a policy',
    fields: {
      policyId: 'id of the policy',
      scope: 'entity, segment, customer or invoice: the narrower wins',
      scopeId: 'segment, customer or uuid of the invoice; left out: the entity',
      from: 'the day from which it holds',
      assignedOn: 'business date on which it was said',
    },
    duties: ['settings'],
  },

  EscalationsHeld: {
    schema: 1,
    effectiveOn: (fact) => fact.heldOn,
    sentence: ({ escalations }, actor) =>
      `${actor} held ${escalations} escalations of a first run until a manager confirms them`,
    stream: STREAM,
    comment:
      'The first run that escalates would escalate many invoices at once: none is escalated until that is confirmed',
    fields: {
      escalations: 'how many there would have been, counted before what holds them up is looked at',
      heldOn: 'business date of the run',
    },
  },

  EscalationsConfirmed: {
    schema: 1,
    effectiveOn: (fact) => fact.confirmedOn,
    sentence: ({ escalations, heldOn }, actor) =>
      `${actor} confirmed the ${escalations} escalations that the run of ${heldOn} held`,
    stream: STREAM,
    comment: 'Escalations of a first run were confirmed: the next run makes them',
    fields: {
      escalations: 'how many were held',
      heldOn: 'business date of the run that held them',
      confirmedOn: 'business date of the confirmation',
    },
    duties: ['settings'],
  },
};
