import { instantColumn } from '../manifest/instant-column.js';
import { code, date, list, oneOf, orNull, uuid, whole } from '@quittance/reading';

/** waiting: to be sent, or tried again; delivered: its receiver took it; dead: given up, unless somebody sends it again. */
export const DELIVERY_STATUSES = ['waiting', 'delivered', 'dead'] as const;

/** What was or is to be told to webhooks. No facts: rows that the reactor writes as it sends. */
export const DELIVERIES = list({
  name: 'deliveries',
  columns: {
    id: uuid(
      'Of the delivery: the header webhook-id, the same at each try',
      '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c',
    ),
    webhookId: uuid('To which webhook', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
    type: code('Type of the fact', 'InvoiceIssued'),
    status: oneOf('waiting, delivered or dead', DELIVERY_STATUSES, 'delivered'),
    position: whole('Position of the fact', 48213),
    attempts: whole('How often it was sent', 1),
    answer: orNull(
      code('Status of the last answer, or why there was none: address-refused, no-answer', '204'),
    ),
    dueAt: instantColumn('When it is sent next, while it waits', 'due_at', '2026-04-20T07:00:00.000Z'),
    madeOn: date('The day on which it was put in line, in UTC', '2026-04-20'),
  },
  identity: 'id',
  sort: '-position',
  words: ['type'],
  axes: false,
  rows: () => ({
    relation: `
      select d.id, d.webhook_id, d.type, d.status, d.position, d.attempts, d.answer, d.due_at,
             (d.made_at at time zone 'UTC')::date as made_on, null::text as revision
      from write_side.webhook_deliveries d`,
  }),
});
