import type { Bind, Cut } from '@quittance/reading';
import { partsSql } from '../invoice/instalment/parts.cut.js';
import { HELD } from '../ledger/ledger.tables.js';
import { mergedPart, mergedWith } from '../reporting/merged.sql.js';
import type { AllPolicies } from '../policy/policy.cut.js';
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

/**
 * Invoices with a step to come on the day, after an id: by the policy of each, a step that the day calls for and that was not
 * decided for that part and agreed due date; or money came back since the last one. One or two days after the due date no step that
 * lay before it begins.
 */
export function candidates(
  cut: Cut,
  bind: Bind,
  { policies, after, limit }: { policies: AllPolicies; after: string; limit: number },
): string {
  const steps = policies.inForce.flatMap(({ policyId, steps: all }) =>
    all.map(({ key, days }) => ({ policy: policyId, key, days })),
  );
  const elapsed = `(${cut.day} - p.agreed_due_on)`;
  const root = (of: string): string => `coalesce((select root from merged where customer_id = ${of}), ${of})`;
  return `
  with ${mergedPart(cut)},
  steps as materialized (
    select s.policy, s.key, s.days from jsonb_to_recordset(${bind.add(JSON.stringify(steps))}::jsonb) s (policy text, key text, days int)),
  given as materialized (
    select g.scope, g.id, g.policy from jsonb_to_recordset(${bind.add(JSON.stringify(policies.assigned))}::jsonb) g (scope text, id text, policy text)),
  found as materialized (
    select i.id, i.customer_id, i.currency, min(p.agreed_due_on) as agreed_due_on, ${root('i.customer_id')} as root,
           (select max(b.position)::text from live.chases b where b.invoice_id = i.id) as decided_at
    from live.invoices i
    left join live.customers u on u.id = i.customer_id
    cross join lateral (select coalesce(
      (select g.policy from given g where g.scope = 'invoice' and g.id = i.id::text),
      (select g.policy from given g where g.scope = 'customer' and g.id = i.customer_id),
      (select g.policy from given g where g.scope = 'customer' and g.id = ${root('i.customer_id')}),
      (select g.policy from given g where g.scope = 'segment' and g.id = u.segment),
      (select g.policy from given g where g.scope = 'entity'), 'standard') as policy) of
    cross join lateral (
      select 1 as number, i.agreed_due_on where not i.aged_apart
      union all
      select q.number, q.agreed_due_on from (${partsSql(cut, {
        rows: 'select i.id, i.due_on, i.total, i.open',
        among: (column) => `${column} = i.id`,
      })}) q where i.aged_apart and q.number > 0 and q.open > 0
    ) p
    left join live.chases c on c.invoice_id = i.id and c.part = p.number and c.agreed_due_on = p.agreed_due_on
    where i.open > 0 and coalesce(i.opening_on, i.issued_on) <= ${cut.day} and i.id > ${bind.add(after)}
      and (exists (
        select from steps s where s.policy = of.policy and s.days <= ${elapsed} and not (s.days < 0 and ${elapsed} > 0)
           and not coalesce(c.done ? s.key, false)
           and (i.opening_on is null or p.agreed_due_on + s.days >= i.opening_on))
        or (c.position is not null and ${elapsed} > 0 and exists (
          select from live.ledger_lines l where l.invoice_id = i.id and l.account = 'receivable' and l.due_on is null
             and l.kind = 'cash' and l.amount > 0 and l.position > c.position)))
    group by i.id
    order by i.id limit ${bind.add(limit)}
  ),
  held as materialized (
    select ${root('l.party')} as root, l.currency, l.account, -sum(l.amount) as amount
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
