import { Money } from '@quittance/kernel';
import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { DisputeFacts } from './dispute.events.js';
import { disputeLines, disputes } from './dispute.tables.js';

/** Disputes as they stand, and what they hold up on both axes. */
export const disputeProjection: Projection<DisputeFacts> = {
  name: 'disputes',
  comment: 'Disputes of invoices',
  tables: [disputes, disputeLines],
  on: {
    DisputeRaised: ({ data, at, statedAt }, changes) => {
      const { disputeId, invoiceId, currency, amount, disputedOn } = data;
      changes.put(disputes, {
        id: disputeId,
        invoice_id: invoiceId,
        number: data.number,
        customer_id: data.customerId,
        currency,
        amount,
        reason_code: data.reasonCode,
        reason: erasable(data.personal, 'reason'),
        owner_id: data.ownerId ?? null,
        answer_by: data.answerBy ?? null,
        disputed_on: disputedOn,
        outcome: null,
        upheld: null,
        credit_note_id: null,
        resolved_on: null,
        resolution: null,
        position: at,
      });
      changes.put(disputeLines, {
        ...{ position: at, invoice_id: invoiceId, dispute_id: disputeId, currency, amount },
        ...{ effective_on: disputedOn, stated_at: statedAt },
      });
    },
    DisputeResolved: ({ data, at, statedAt }, changes) => {
      const { disputeId, invoiceId, currency, disputed, resolvedOn } = data;
      changes.change(disputes, { id: disputeId }, (row) => {
        if (!row) throw new Error(`dispute ${disputeId} was never raised`);
        return {
          ...row,
          outcome: data.outcome,
          upheld: data.amount ?? null,
          credit_note_id: data.creditNoteId ?? null,
          resolved_on: resolvedOn,
          resolution: erasable(data.personal, 'reason'),
          position: at,
        };
      });
      changes.put(disputeLines, {
        ...{ position: at, invoice_id: invoiceId, dispute_id: disputeId, currency },
        amount: Money.of(disputed, currency).negated().toString(),
        ...{ effective_on: resolvedOn, stated_at: statedAt },
      });
    },
  },
};
