import type { Bind, Cut } from '@quittance/reading';
import { HELD } from '../ledger/ledger.tables.js';
import { mergedWith, rootOf } from '../reporting/merged.sql.js';
import type { AllPolicies } from '../policy/policy.cut.js';
import { chasedParts, elapsed, isChased, NOT_BEFORE_CUT_OVER, policiesPart } from './chased-parts.sql.js';
import { olderThan } from './holding.sql.js';

/** An invoice with a step to come, and what is held for its customer. */
export interface Candidate {
  id: string;
  agreed_due_on: string;
  merged_with: string[];
  /** Position of what was decided last; null: nothing was. */
  decided_at: string | null;
  unapplied: string | null;
  credits: string | null;
  pending: string | null;
  older: string | null;
  /** A mail to the customer came back for good. */
  may_bounce: boolean;
}

/** The last of the next so many open invoices after an id: null, where there are fewer. A page looks at no others, whatever is open. */
export const endOfPage = (cut: Cut, bind: Bind, { after, limit }: { after: string; limit: number }): string =>
  `select (select i.id from live.invoices i where ${isChased(cut)} and i.id > ${bind.add(after)}
           order by i.id offset ${bind.add(limit - 1)} limit 1) as through`;

/**
 * Invoices with a step to come on the day, after an id and up to another: by the policy of each, a step that the day calls for and
 * that was not decided for that part and agreed due date; or money came back since the last one. One or two days after the due date
 * no step that lay before it begins.
 */
export function candidates(
  cut: Cut,
  bind: Bind,
  { policies, after, through }: { policies: AllPolicies; after: string; through: string | null },
): string {
  return `
  with ${policiesPart(cut, bind, policies)},
  found as materialized (
    select i.id, i.customer_id, i.currency, min(p.agreed_due_on) as agreed_due_on, ${rootOf('i.customer_id')} as root,
           (select max(b.position)::text from live.chases b where b.invoice_id = i.id) as decided_at
    from ${chasedParts(cut)}
    where ${isChased(cut)} and i.id > ${bind.add(after)}${through === null ? '' : ` and i.id <= ${bind.add(through)}`}
      and (exists (
        select from steps s where s.policy = of.policy and s.days <= ${elapsed(cut)} and not (s.days < 0 and ${elapsed(cut)} > 0)
           and not coalesce(c.done ? s.key, false)
           and ${NOT_BEFORE_CUT_OVER})
        or (c.position is not null and ${elapsed(cut)} > 0 and exists (
          select from live.ledger_lines l where l.invoice_id = i.id and l.account = 'receivable' and l.due_on is null
             and l.kind = 'cash' and l.amount > 0 and l.position > c.position)))
    group by i.id
  ),
  held as materialized (
    select ${rootOf('l.party')} as root, l.currency, l.account, -sum(l.amount) as amount
    from live.ledger_lines l
    where l.${HELD} and l.party in (
      select root from found union select m.customer_id from merged m where m.root in (select root from found))
    group by 1, 2, 3 having -sum(l.amount) > 0
  ),
  owned as materialized (
    select h.root, h.currency, ${['unapplied', 'credit', 'pending']
      .map((account) => `coalesce(sum(h.amount) filter (where h.account = '${account}'), 0) as ${account}`)
      .join(', ')}
    from held h group by 1, 2
  )
  select d.id, d.agreed_due_on, d.decided_at, ${mergedWith('d.customer_id')} as merged_with,
         w.unapplied::text, w.credit::text as credits, w.pending::text,
         d.customer_id in (select customer_id from live.mails where status = 'bounced' and permanent) as may_bounce,
         case when w.root is not null then ${olderThan(cut, {
           theirs: `(i.customer_id = d.root or i.customer_id in (select customer_id from merged where root = d.root))`,
           ...{ currency: 'd.currency', due: 'd.agreed_due_on', invoice: 'd.id' },
         })}::text end as older
  from found d left join owned w on w.root = d.root and w.currency = d.currency
  order by d.id`;
}
