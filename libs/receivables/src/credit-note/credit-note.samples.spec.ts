import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

const reason = 'Two of ten came broken.';

samplesProject(
  join(__dirname, 'credit-note.samples.json'),
  {
    notes: `select number, counts_on, total::text, applied::text, refunded::text, cancelled::text, on_account::text, unanswered, reason
      from live.credit_notes order by number`,
    invoices: 'select number, open::text, paid::text from live.invoices order by number',
    ledger: `select sum(amount) filter (where account in ('receivable', 'unapplied', 'pending', 'credit'))::text as held,
        (select sum(amount)::text from live.control_lines) as control from live.ledger_lines`,
  },
  {
    notes: [
      {
        ...{ number: 'CN-1', counts_on: '2026-02-01', total: '122.00', applied: '50.00', refunded: '0.00' },
        ...{ cancelled: '0.00', on_account: '72.00', unanswered: 0, reason },
      },
      {
        ...{ number: 'CN-2', counts_on: '2026-02-10', total: '7.00', applied: '0.00', refunded: '0.00' },
        ...{ cancelled: '7.00', on_account: '0.00', unanswered: 0, reason },
      },
    ],
    invoices: [
      { number: 'F-1', open: '50.00', paid: '0.00' },
      { number: 'F-2', open: '0.00', paid: '10.00' },
    ],
    ledger: [{ held: '-22.00', control: '-22.00' }],
  },
);
