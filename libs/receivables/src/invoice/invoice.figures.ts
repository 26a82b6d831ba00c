import { LATER, MAKING } from '../ledger/ledger.tables.js';
import type { SumsPublished } from '../manifest/feature.js';
import { invoicesAt } from './invoice.sql.js';

const added = (lines: string, sign: '' | '-' = '-'): string =>
  `coalesce(${sign}sum(l.amount) filter (where ${lines}), 0)`;

/** What an invoice says of itself, each by the facts that made it. */
export const invoiceFigures: SumsPublished = {
  of: 'invoice',
  relation: (cut) => invoicesAt(cut),
  // The line that makes it is found by its position, the later ones by the invoice.
  lines: (id) => `(l.${LATER} and l.invoice_id = ${id}
    or l.account = 'receivable' and l.position = (select v.issued_at from live.invoices v where v.id = ${id}))`,
  figures: {
    total: { value: 'r.total', sum: added(`l.${MAKING}`, '') },
    paid: { value: 'r.paid', sum: added(`l.due_on is null and l.kind = 'cash'`) },
    otherwise: { value: 'r.total - r.paid - r.open', sum: added(`l.due_on is null and l.kind <> 'cash'`) },
    open: {
      value: 'r.open',
      sum: 'coalesce(sum(l.amount), 0)',
      of: { total: '+', paid: '-', otherwise: '-' },
    },
  },
};
