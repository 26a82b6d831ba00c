import type { Cut } from '@quittance/reading';
import { nextDueSql } from '../invoice/instalment/parts.cut.js';
import { openAt } from '../ledger/sums.js';
import { published } from '../manifest/published.js';
import { agreedLine } from '../reporting/agreed.sql.js';
import { why } from '../reporting/why.sql.js';

/** Days before a due date on which somebody is told that it comes. */
const BEFORE = 2;
/** Days after it on which whoever leads the owner is told that nobody followed it up. */
const UNHEEDED = 3;
/** Days after it from which nobody is told any more: dunning goes on, and what is older is in the aging. */
const LONG_AGO = 30;

/**
 * Invoices, open at the cut, whose agreed due date (of the earliest open part) is near: `id, customer_id, currency, due, open`. With
 * `offset 0` amount and day are worked out once an invoice, not wherever they are named.
 */
const near = (cut: Cut): string => `
  select i.id, i.customer_id, i.currency, due.on_day as due, open.amount as open
  from (
    select i.id, i.customer_id, i.currency, i.due_on, i.total, i.aged_apart from live.invoices i
    where ${cut.counts('coalesce(i.opening_on, i.issued_on)')} and ${cut.known('i', 'issued')}
    and i.due_on <= ${cut.day} + ${BEFORE}
    and (i.due_on >= ${cut.day} - ${LONG_AGO} or i.aged_apart or i.id in (select x.invoice_id from live.due_date_lines x))
  ) i
  cross join lateral (select ${openAt(cut, 'i.id')} as amount offset 0) open
  cross join lateral (
    select coalesce(
      (select next.due_on from (${nextDueSql(cut, 'i', 'open.amount')}) next),
      (select l.due_on from live.due_date_lines l where l.invoice_id = i.id and ${agreedLine(cut, 'l')}
       order by l.effective_on desc, l.position desc limit 1),
      i.due_on) as on_day
    offset 0
  ) due
  where open.amount > 0 and due.on_day between ${cut.day} - ${LONG_AGO} and ${cut.day} + ${BEFORE}`;

/** Whether somebody did something about it since it fell due: a reminder left, a note, a promise, an exception, an escalation. */
const followedUp = (cut: Cut): string => `(
  exists (select from live.reminders r where r.invoice_id = n.id and r.status in ('sent', 'escalated', 'proposed')
          and r.decided_on >= n.due and ${cut.line('r', 'decided_on')})
  or exists (select from live.notes t where t.invoice_id = n.id and t.noted_on >= n.due and ${cut.line('t', 'noted_on')})
  or exists (select from live.promises m where m.invoice_id = n.id and m.made_on >= n.due and ${cut.counts('m.made_on')}
             and ${cut.known('m', 'issued')})
  or n.id in (${published()
    .holds.map(({ relation }) => `select h.invoice_id from (${relation(cut)}) h`)
    .join(' union all ')}))`;

/** What the things to do of due dates read, worked out once: `near_due`, with `followed` of what is overdue. */
export const nearDue = (cut: Cut): string => `near_due as materialized (
  select n.*, coalesce(n.due < ${cut.day} and ${followedUp(cut)}, false) as followed from (${near(cut)}) n
)`;

/** A thing to do of each; of another due date it is another thing. */
const told = (since: string, sentence: string, where: string): string => `
  select n.id::text || '.' || n.due as source, n.id as invoice_id, n.customer_id, null::text as owner_id, ${since} as since,
         n.open as amount, n.currency, ${why(sentence, { dueOn: 'n.due' })}
  from near_due n where ${where}`;

export const dueSoon = (cut: Cut): string =>
  told(`n.due - ${BEFORE}`, 'due on {dueOn}', `n.due > ${cut.day}`);

export const dueToday = (cut: Cut): string => told('n.due', 'due on {dueOn}', `n.due = ${cut.day}`);

export const overdue = (cut: Cut): string =>
  told('n.due + 1', 'overdue since {dueOn}', `n.due < ${cut.day} and not n.followed`);

/** The owner has not said that they did it, or that they do it later. */
const unheeded = (cut: Cut): string => `not exists (
  select from live.work_marks k where k.item_id = 'overdue.' || n.id || '.' || n.due and ${cut.line('k')})`;

export const notFollowedUp = (cut: Cut): string =>
  told(
    `n.due + ${UNHEEDED}`,
    'nobody followed it up since {dueOn}',
    `n.due <= ${cut.day} - ${UNHEEDED} and not n.followed and ${unheeded(cut)}`,
  );

/** What a policy tells the owner, until the invoice goes on to somebody else. */
export const alerted = (cut: Cut): string => `
  select e.id as source, e.invoice_id, e.customer_id, null::text as owner_id, e.decided_on as since,
         ${openAt(cut, 'e.invoice_id')} as amount, e.currency, ${why('{step} of due date {dueOn}', { step: 'e.step', dueOn: 'e.agreed_due_on' })}
  from live.reminders e
  where e.status = 'alerted' and ${cut.line('e', 'decided_on')} and ${openAt(cut, 'e.invoice_id')} > 0
    and not exists (select from live.reminders n where n.invoice_id = e.invoice_id and n.part = e.part and n.position > e.position
                    and n.status in ('escalated', 'proposed') and ${cut.line('n', 'decided_on')})`;
