import type { Bind, Cut } from '@quittance/reading';
import { partsSql } from '../invoice/instalment/parts.cut.js';
import type { AllPolicies } from '../policy/policy.cut.js';
import { mergedPart, rootOf } from '../reporting/merged.sql.js';

/** Days from the agreed due date of the part `p` to the day. */
export const elapsed = (cut: Cut): string => `(${cut.day} - p.agreed_due_on)`;

/** Whether a step of the invoice `i` lay before it was taken over: it was for others to do. */
export const NOT_BEFORE_CUT_OVER = '(i.opening_on is null or p.agreed_due_on + s.days >= i.opening_on)';

/** `merged`; `steps (policy, key, days, kind)` of all policies; `given (scope, id, policy)`: who is chased by which. */
export function policiesPart(cut: Cut, bind: Bind, policies: AllPolicies): string {
  const steps = policies.inForce.flatMap(({ policyId, steps: all }) =>
    all.map(({ key, days, kind }) => ({ policy: policyId, key, days, kind })),
  );
  const columns = 'policy text, key text, days int, kind text';
  return `${mergedPart(cut)},
  steps as materialized (
    select s.* from jsonb_to_recordset(${bind.add(JSON.stringify(steps))}::jsonb) s (${columns})),
  given as materialized (
    select g.scope, g.id, g.policy from jsonb_to_recordset(${bind.add(JSON.stringify(policies.assigned))}::jsonb) g (scope text, id text, policy text))`;
}

/** Invoices `i` with their open parts `p`, the policy `of` by which each is chased, and how far that came: `c`. */
export const chasedParts = (cut: Cut): string => `live.invoices i
    left join live.customers u on u.id = i.customer_id
    cross join lateral (select coalesce(
      (select g.policy from given g where g.scope = 'invoice' and g.id = i.id::text),
      (select g.policy from given g where g.scope = 'customer' and g.id = i.customer_id),
      (select g.policy from given g where g.scope = 'customer' and g.id = ${rootOf('i.customer_id')}),
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
    left join live.chases c on c.invoice_id = i.id and c.part = p.number and c.agreed_due_on = p.agreed_due_on`;

/** Whether something is open of the invoice `i` on the day. */
export const isChased = (cut: Cut): string =>
  `i.open > 0 and coalesce(i.opening_on, i.issued_on) <= ${cut.day}`;
