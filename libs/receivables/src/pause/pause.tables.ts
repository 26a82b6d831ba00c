import { table } from '@quittance/read-model';
import { OF_INVOICE, STATED } from '../columns.js';

/** A pause of an invoice or a customer, and its end. */
export interface PauseRow {
  id: string;
  invoice_id: string | null;
  number: string | null;
  customer_id: string;
  currency: string | null;
  paused_on: string;
  until: string | null;
  reason: string | null;
  ended_on: string | null;
  end_reason: string | null;
  issued_at: bigint;
  issued_stated_at: Date;
  ended_at: bigint | null;
  ended_stated_at: Date | null;
  position: bigint;
}
export const pauses = table<PauseRow>({
  name: 'pauses',
  comment:
    'Pauses of invoices and customers: nobody is asked for them from paused_on to until, or to the day before ended_on',
  key: ['id'],
  columns: {
    id: { type: 'uuid', comment: 'Id of the pause, as the API answers it' },
    ...OF_INVOICE,
    invoice_id: {
      ...OF_INVOICE.invoice_id,
      nullable: true,
      comment: 'The invoice: invoices.id; null: all of the customer',
    },
    number: { ...OF_INVOICE.number, nullable: true },
    currency: { ...OF_INVOICE.currency, nullable: true },
    paused_on: { type: 'date', comment: 'Business date from which it counts' },
    until: { type: 'date', nullable: true, comment: 'Last day of it; null: until somebody ends it' },
    reason: { type: 'text', nullable: true, personal: true, comment: 'Why' },
    ended_on: { type: 'date', nullable: true, comment: 'First day after it; null: nobody ended it' },
    end_reason: { type: 'text', nullable: true, personal: true, comment: 'Why it was ended' },
    issued_at: { type: 'bigint', comment: 'Position of Paused: the pause is known from it on' },
    issued_stated_at: STATED,
    ended_at: { type: 'bigint', nullable: true, comment: 'Position of PauseEnded' },
    ended_stated_at: { ...STATED, nullable: true },
    position: { type: 'bigint', comment: 'Position of the last fact that changed it' },
  },
  indexes: ['(invoice_id)', '(customer_id)', '(position)'],
});
