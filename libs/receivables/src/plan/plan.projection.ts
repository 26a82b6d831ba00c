import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { PlanFacts } from './plan.events.js';
import { plans } from './plan.tables.js';

export const planProjection: Projection<PlanFacts> = {
  name: 'plans',
  comment: 'Plans by which invoices are paid in parts',
  tables: [plans],
  on: {
    PlanAgreed: ({ data, at, statedAt }, changes) =>
      changes.put(plans, {
        id: data.planId,
        invoice_id: data.invoiceId,
        number: data.number,
        customer_id: data.customerId,
        currency: data.currency,
        amount: data.amount,
        instalments: data.instalments,
        agreed_on: data.agreedOn,
        reason: erasable(data.personal, 'reason'),
        revoked_on: null,
        revocation: null,
        issued_at: at,
        issued_stated_at: statedAt,
        ended_at: null,
        ended_stated_at: null,
        position: at,
      }),
    PlanRevoked: ({ data, at, statedAt }, changes) =>
      changes.change(plans, { id: data.planId }, (row) => {
        if (!row) throw new Error(`plan ${data.planId} was never agreed`);
        return {
          ...row,
          revoked_on: data.revokedOn,
          revocation: erasable(data.personal, 'reason'),
          ended_at: at,
          ended_stated_at: statedAt,
          position: at,
        };
      }),
  },
};
