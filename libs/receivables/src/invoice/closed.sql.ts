import type { Cut } from '@quittance/reading';
import { LATER } from '../ledger/ledger.tables.js';

/** What took part beside cash: credit notes alone, write-offs alone, or anything else. */
export const CLOSED_BY = ['credit', 'write-off', 'else'] as const;

const only = (kind: string): string => `bool_and(k.kind in ('cash', '${kind}'))`;

/** Invoices with what closed them beside them, where cash alone did not: null of any other. Looked up of each row that is shown. */
export const withClosing = (cut: Cut, rows: string): string => `
  select r.*, case when r.status = 'closed' then (
    select case when ${only('credit')} then 'credit' when ${only('write-off')} then 'write-off' else 'else' end
    from (
      select l.kind from live.ledger_lines l where l.${LATER} and l.invoice_id = r.id and ${cut.line('l')}
      group by l.kind having sum(l.amount) <> 0
    ) k
  ) end as closed_by
  from (${rows}) r`;
