import { amount, code, type Cut, date, id, list, orNull, text, uuid, whole } from '@quittance/reading';
import { openAt } from '../ledger/sums.js';
import { lastName } from '../reporting/named.sql.js';

const BLOCKED_COLUMNS = {
  id: uuid('Of the step', '5d0f0c1e-6f3a-5b0e-8a9d-0a1b2c3d4e5f'),
  invoiceId: uuid('Of the invoice', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c'),
  number: id('Number of the invoice', '2026-0117'),
  customerId: id('Who owes it', 'C-104', { facet: true }),
  customerName: orNull(text('Name of the customer', 'Rossi S.r.l.')),
  part: whole('Number of the instalment; 1 where the invoice is due in one', 1),
  agreedDueOn: date('Due date from which the step is counted', '2026-04-30'),
  step: code('The step that waits', 'due+7'),
  code: code('Why: disputed, promised, paused, unapplied-cash, ...', 'disputed', { facet: true }),
  since: date('Business date since which it waits', '2026-05-07'),
  currency: code('ISO 4217', 'EUR', { facet: true }),
  open: amount('What is open of the invoice', '720.00'),
};

/** Steps that wait, of invoices of which something is open: the last that was decided of a part, and it was held up. */
const blockedAt = (cut: Cut): string => `
  select s.id, s.invoice_id, s.number, s.customer_id, (${lastName(cut, 's.customer_id')}) as customer_name, s.part, s.agreed_due_on, s.step, s.code, s.decided_on as since, i.currency,
         ${openAt(cut, 's.invoice_id')} as open
  from (
    select distinct on (r.invoice_id, r.part) r.* from live.reminders r
    where ${cut.line('r', 'decided_on')} order by r.invoice_id, r.part, r.position desc
  ) s
  join live.invoices i on i.id = s.invoice_id
  where s.status = 'skipped' and s.code not in ('superseded', 'before-cut-over', 'bounced-address', 'paid', 'void')
    and ${openAt(cut, 's.invoice_id')} > 0`;

/** What holds reminders up, at a place of both axes. */
export const BLOCKED = list({
  name: 'blocked reminders',
  columns: BLOCKED_COLUMNS,
  identity: 'id',
  sort: 'since',
  words: ['number', 'customerId', 'customerName'],
  rows: ({ cut }) => ({ relation: blockedAt(cut) }),
});
