import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(
  join(__dirname, 'payment.samples.json'),
  {
    payments: `select received::text, allocated::text, pending::text, unapplied::text, unanswered
      from live.payments order by received_at`,
    parts: `select number, requested::text, status, code, requested_on, applied_on
      from live.payment_allocations order by requested_at, number`,
    invoices: 'select number, open::text, paid::text from live.invoices order by number',
    ledger: `select sum(amount) filter (where account in ('receivable', 'unapplied', 'pending', 'credit'))::text as held,
        (select sum(amount)::text from live.control_lines) as control from live.ledger_lines`,
  },
  {
    payments: [
      { received: '300.00', allocated: '90.00', pending: '0.00', unapplied: '210.00', unanswered: 0 },
    ],
    parts: [
      {
        ...{ number: 'R-1', requested: '40.00', status: 'applied', code: null },
        ...{ requested_on: '2026-04-10', applied_on: '2026-04-10' },
      },
      {
        ...{ number: 'R-2', requested: '70.00', status: 'applied', code: 'less-open' },
        ...{ requested_on: '2026-04-20', applied_on: '2026-04-20' },
      },
      {
        ...{ number: 'R-2', requested: '10.00', status: 'refused', code: 'nothing-open' },
        ...{ requested_on: '2026-04-10', applied_on: null },
      },
    ],
    invoices: [
      { number: 'R-1', open: '60.00', paid: '40.00' },
      { number: 'R-2', open: '0.00', paid: '50.00' },
    ],
    ledger: [{ held: '-150.00', control: '-150.00' }],
  },
);
