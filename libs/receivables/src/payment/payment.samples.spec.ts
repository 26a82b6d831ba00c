import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

const reason = 'It was a mistake.';

samplesProject(
  join(__dirname, 'payment.samples.json'),
  {
    payments: `select received::text, allocated::text, pending::text, refunded::text, returned::text, cancelled::text,
        unapplied::text, unanswered, payer_id from live.payments order by received_at`,
    moves:
      'select kind, amount::text, moved_on, reversed_on, reason from live.payment_moves order by issued_at',
    parts: `select number, requested::text, status, code, requested_on, applied_on
      from live.payment_allocations order by requested_at, number`,
    invoices: 'select number, open::text, paid::text from live.invoices order by number',
    ledger: `select sum(amount) filter (where account in ('receivable', 'unapplied', 'pending', 'credit'))::text as held,
        (select sum(amount)::text from live.control_lines) as control from live.ledger_lines`,
  },
  {
    payments: [
      {
        ...{ received: '300.00', allocated: '75.00', pending: '0.00', refunded: '0.00', returned: '1.00' },
        ...{ cancelled: '0.00', unapplied: '224.00', unanswered: 0, payer_id: 'C-1' },
      },
      {
        ...{ received: '70.00', allocated: '0.00', pending: '0.00', refunded: '0.00', returned: '0.00' },
        ...{ cancelled: '70.00', unapplied: '0.00', unanswered: 0, payer_id: 'C-2' },
      },
    ],
    moves: [
      { kind: 'transfer', amount: '20.00', moved_on: '2026-05-01', reversed_on: null, reason },
      { kind: 'refund', amount: '25.00', moved_on: '2026-05-02', reversed_on: '2026-05-09', reason },
      {
        ...{ kind: 'return', amount: '280.00', moved_on: '2026-05-12', reversed_on: '2026-05-20' },
        reason: 'Insufficient funds.',
      },
      { kind: 'return', amount: '1.00', moved_on: '2026-05-22', reversed_on: null, reason: null },
    ],
    parts: [
      ['R-1', '40.00', 'applied', null, '2026-04-10', '2026-04-10'],
      ['R-2', '70.00', 'applied', 'less-open', '2026-04-20', '2026-04-20'],
      ['R-2', '10.00', 'refused', 'nothing-open', '2026-04-10', null],
      ['R-1', '5.00', 'applied', null, '2026-05-20', '2026-05-20'],
      ['R-2', '50.00', 'applied', null, '2026-05-20', '2026-05-20'],
    ].map(([number, requested, status, code, requested_on, applied_on]) => ({
      ...{ number, requested, status, code, requested_on, applied_on },
    })),
    invoices: [
      { number: 'R-1', open: '75.00', paid: '25.00' },
      { number: 'R-2', open: '0.00', paid: '50.00' },
    ],
    ledger: [{ held: '-149.00', control: '-149.00' }],
  },
);
