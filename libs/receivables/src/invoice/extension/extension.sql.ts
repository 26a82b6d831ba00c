import type { Cut } from '@quittance/reading';
import { agreedLine } from '../../reporting/agreed.sql.js';

/** Later due dates that have not come on the day: a hold each, of the last one of the invoice or of each instalment. */
export const extensionHolds = (cut: Cut): string => `
  select e.invoice_id, e.extension_id as id, e.effective_on as since, e.due_on as until, null::numeric as amount
  from (
    select distinct on (l.invoice_id, l.instalment) l.*
    from live.due_date_lines l where ${agreedLine(cut, 'l')}
    order by l.invoice_id, l.instalment, l.effective_on desc, l.position desc
  ) e where ${cut.day} <= e.due_on`;
