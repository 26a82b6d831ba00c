import { join } from 'node:path';
import { samplesProject } from '../../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'instalment.samples.json'), {
  invoices: `select number, due_on, opening_on, aged_apart, total::text, open::text, sent_on
    from live.invoices order by number`,
  lines: `select i.number, l.number as nth, l.due_on, l.amount::text
    from live.instalment_lines l join live.invoices i on i.id = l.invoice_id order by 1, 2`,
  agreed: 'select instalment, due_on, effective_on from live.due_date_lines order by position',
});

samplesProject(join(__dirname, 'named.samples.json'), {
  lines: `select effective_on::text, kind, instalment, amount::text
    from live.ledger_lines where instalment is not null order by position, line`,
  parts: 'select instalment, requested::text from live.payment_allocations order by requested_at',
  applications: 'select instalment, requested::text from live.credit_applications order by requested_at',
});
