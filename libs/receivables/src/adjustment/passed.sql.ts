import { LATER } from '../ledger/ledger.tables.js';
import { oneWith } from '../reporting/merged.sql.js';

/**
 * What was settled at once although the customer's year, as the log stood by then, came to more than the limit that the fact
 * states: the ledger had not seen all of it.
 */
export const limitsPassed = (counted: string): string => `
  select a.id, a.kind, a.invoice_id, a.number, a.customer_id, a.currency, s.amount, y.sum as year_sum,
         a.year_limit, a.judged_at::text as judged_at, s.effective_on as counts_from, a.requested_by
  from live.adjustments a
  join live.adjustment_lines s on s.adjustment_id = a.id and s.step = 'recorded' and ${counted}
  cross join lateral (
    with recursive ${oneWith('a.customer_id', 'm.issued_at <= s.position and coalesce(m.ended_at > s.position, true)')}
    select -sum(l.amount) as sum from live.ledger_lines l
    where l.${LATER} and l.kind not in ('cash', 'credit') and l.kind = a.kind and l.party in (select id from one)
      and l.currency = a.currency and l.position <= s.position
      and extract(year from l.effective_on) = extract(year from s.effective_on)
  ) y
  where a.year_limit is not null and a.because is null and y.sum > a.year_limit`;
