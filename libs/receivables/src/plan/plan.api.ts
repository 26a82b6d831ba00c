import { aboutInvoice, answersWith, invoiceInPath } from '../invoice/invoice.references.js';
import { invoices } from '../invoice/invoice.stream.js';
import { type Api, commandsOn } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { AgreePlan, RevokePlan } from './plan.commands.js';
import { PlanController } from './plan.controller.js';
import { plan } from './plan.decider.js';
import { PLANS } from './plan.list.js';
import { brokenPlans, planExceptions, planHolds } from './plan.cut.js';

const way = { ...aboutInvoice, answer: answersWith('planId') };

export const planApi: Api = {
  commands: commandsOn(invoices, plan, {
    AgreePlan: { command: AgreePlan, ...way },
    RevokePlan: { command: RevokePlan, ...way },
  }),
  routes: {
    'POST /v1/invoices/:id/plans': {
      roles: ['clerk', 'manager'],
      batch: { command: AgreePlan, path: invoiceInPath() },
    },
    'POST /v1/invoices/:id/plans/:planId/revocation': {
      roles: ['clerk', 'manager'],
      batch: { command: RevokePlan, path: invoiceInPath('planId') },
    },
  },
  lists: [
    {
      list: PLANS,
      path: 'v1/plans',
      tag: 'Plans',
      summary: 'Plans, one row each, with what became of them',
      description: 'As of today, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
      roles: EVERYONE,
      counts: EVERYONE,
    },
  ],
  holds: [{ kind: 'on-plan', relation: planHolds }],
  exceptions: [{ kind: 'plan', relation: planExceptions }],
  work: [{ kind: 'plan-broken', urgency: 2, next: 'Call, or agree on another plan', relation: brokenPlans }],
  codes: {
    'plan-not-found': [404, 'The invoice has no such plan.', 'Look it up in /v1/plans?invoiceId=.'],
    'not-what-is-open': [
      409,
      'The parts of the plan do not equal what was open on that day.',
      'Send parts that equal it in sum: `detail` says how much it was.',
    ],
    'on-plan': [
      409,
      'A plan holds on that day.',
      'Revoke it first (/v1/invoices/{id}/plans/{planId}/revocation), or leave it so.',
    ],
    'plan-over': [
      409,
      'The plan was revoked, or is broken.',
      'Nothing is to be revoked. Agree another plan if there is to be one.',
    ],
  },
  writes: [PlanController],
};
