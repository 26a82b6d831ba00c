import { table } from '@quittance/read-model';
import { LINE } from '../columns.js';

/** One time that an invoice was sent. */
export interface SendingRow {
  invoice_id: string;
  channel: string;
  recipient: string | null;
  sent_on: string;
  actor: string;
  stated_at: Date;
  position: bigint;
}
export const sendings = table<SendingRow>({
  name: 'sendings',
  comment: 'How invoices were sent, a row each time',
  key: ['position'],
  columns: {
    invoice_id: { type: 'uuid', comment: 'The invoice: invoices.id' },
    channel: { type: 'text', comment: 'mail, post, portal, edi or other' },
    recipient: { type: 'text', nullable: true, personal: true, comment: 'To whom' },
    sent_on: { type: 'date', comment: 'Business date from which it counts' },
    actor: { type: 'text', comment: 'Who recorded it: people.id' },
    stated_at: LINE.stated_at,
    position: LINE.position,
  },
  indexes: ['(invoice_id)'],
});
