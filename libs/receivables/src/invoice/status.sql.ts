import type { Cut } from '@quittance/reading';

/** Days ahead for which an invoice is due, today included. */
const SOON = 7;

/** Words of the everyday status, the first that fits. */
export const STATUSES = ['void', 'paid', 'closed', 'overdue', 'due', 'sent', 'issued'] as const;
export const TIMINGS = ['not-due', 'due-today', 'overdue'] as const;
export const SETTLEMENTS = ['open', 'partly', 'settled'] as const;

/**
 * Rows with their status beside them, as of the cut's day: of `document, open, total, paid, agreed_due_on`, and of an invoice in
 * parts `late`, what of it is past its date. It is worked out for each question, never stored.
 */
export const withStatus = (cut: Cut, rows: string): string => `
  select w.*,
         case when w.days_overdue = 0 then 0 else coalesce(w.late, w.open) end as overdue_open,
         case when w.open = 0 then 'settled' when w.open < w.total then 'partly' else 'open' end as settlement,
         case when w.days_overdue > 0 then 'overdue'
              when w.open > 0 and w.agreed_due_on = ${cut.day} then 'due-today' else 'not-due' end as timing,
         case when w.document = 'void' then 'void'
              when w.open = 0 then case when w.paid = w.total then 'paid' else 'closed' end
              when w.days_overdue > 0 then 'overdue'
              when w.agreed_due_on <= ${cut.day} + ${SOON} then 'due'
              else w.document end as status
  from (
    select s.*, case when s.open > 0 then greatest(${cut.day} - s.agreed_due_on, 0) else 0 end as days_overdue
    from (${rows}) s
  ) w`;
