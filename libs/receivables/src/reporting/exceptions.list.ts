import { amount, code, date, id, type List, list, orNull, text, uuid } from '@quittance/reading';
import type { ExceptionsPublished } from '../manifest/feature.js';
import { lastName } from './named.sql.js';

const EXCEPTION_COLUMNS = {
  kind: code(
    'extension, dispute, promise, plan, pause, collection, insolvency, reassignment, write-off, note, ...',
    'dispute',
  ),
  id: uuid('Of what made it', '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c'),
  invoiceId: orNull(
    uuid('Of the invoice; null: of all that the customer owes', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  ),
  number: orNull(id('Number of the invoice', '2026-0117')),
  customerId: id('Whose exception it is', 'C-104'),
  customerName: orNull(text('Name of the customer', 'Rossi S.r.l.')),
  since: date('Business date it counts from', '2026-04-20'),
  until: orNull(date('Last day, or day on which it was over; null: until somebody ends it', '2026-05-31')),
  currency: orNull(code('Of the amount', 'EUR')),
  amount: orNull(amount('What it is over; null: all that is open', '120.00')),
  state: code('What became of it by the day: open, holds, kept, revoked, over, ...', 'open'),
};

/** States in which it holds: on an invoice that is void it ended with that day. */
const IN_FORCE = `('open', 'holds', 'requested')`;

/** Exceptions of every kind, each by the feature that published it: this report knows none by name. */
export const exceptionsList = (published: readonly ExceptionsPublished[]): List =>
  list({
    name: 'exceptions',
    columns: EXCEPTION_COLUMNS,
    identity: 'id',
    sort: '-since',
    words: ['number', 'customerId', 'customerName'],
    dated: true,
    rows: ({ cut }) => ({
      relation: `
        select e.kind, e.id, e.invoice_id, i.number, e.customer_id, (${lastName(cut, 'e.customer_id')}) as customer_name, e.since, i.currency, e.amount,
               case when v.on is not null and e.state in ${IN_FORCE} then v.on else e.until end as until,
               case when v.on is not null and e.state in ${IN_FORCE} then 'ended' else e.state end as state
        from (${published.map(({ kind, relation }) => `select '${kind}' as kind, x.* from (${relation(cut)}) x`).join(' union all ')}) e
        left join live.invoices i on i.id = e.invoice_id
        left join lateral (
          select min(d.effective_on) as on from live.document_lines d
          where d.invoice_id = e.invoice_id and d.document = 'void' and ${cut.line('d')}
        ) v on true`,
    }),
  });
