import { Bind, Cut } from '@quittance/reading';
import type { Pool } from 'pg';
import type { PolicyInForce } from './policy.kinds.js';
import { withReadyMade } from './ready-made.kinds.js';

/** The last version of each policy that was stored, as JSON. */
export const storedAt = (cut: Cut): string => `
  select v.policy || jsonb_build_object('policyId', v.policy_id, 'version', v.version) as row
  from (select distinct on (p.policy_id) p.* from live.policy_versions p where ${cut.line('p')}
        order by p.policy_id, p.position desc) v
  order by v.policy_id`;

/** Versions of a policy that were stored, the newest first, as JSON: at most 100. */
export const versionsAt = (cut: Cut, policyId: string): string => `
  select p.policy || jsonb_build_object('policyId', p.policy_id, 'version', p.version) as row
  from live.policy_versions p where p.policy_id = ${policyId} and ${cut.line('p')}
  order by p.position desc limit 100`;

/** Assignments that hold on the day, one a scope and id; the entity's has no id. */
export const assignedAt = (cut: Cut): string => `
  select distinct on (a.scope, a.scope_id) a.* from live.policy_assignments a
  where ${cut.line('a')} and a.from_on <= ${cut.day}
  order by a.scope, a.scope_id, a.from_on desc, a.position desc`;

/** The same as JSON, the entity's first: all, or so many. */
export const assignmentsAt = (cut: Cut, most?: number): string => `
  select jsonb_build_object('scope', v.scope, 'scopeId', nullif(v.scope_id, ''), 'policyId', v.policy_id, 'from', v.from_on) as row
  from (${assignedAt(cut)}) v order by v.scope <> 'entity', v.scope, v.scope_id ${most === undefined ? '' : `limit ${most}`}`;

/** All that say how somebody is chased on a day. */
export interface AllPolicies {
  inForce: readonly PolicyInForce[];
  /** The entity's has no id. */
  assigned: readonly { scope: string; id: string; policy: string }[];
}

/** The policies of a day as they are known to the tables: whom to look at. By which an invoice is chased its streams say. */
export async function policiesOn(pool: Pick<Pool, 'query'>, on: string): Promise<AllPolicies> {
  const rows = async <Row>(of: (cut: Cut) => string): Promise<Row[]> => {
    const bind = new Bind();
    const select = of(new Cut(bind, { asOf: on }, true));
    return (await pool.query<{ row: Row }>(select, bind.values)).rows.map(({ row }) => row);
  };
  const stored = await rows<PolicyInForce>(storedAt);
  const assigned = await rows<{ scope: string; scopeId: string | null; policyId: string }>(assignmentsAt);
  return {
    inForce: withReadyMade(stored),
    assigned: assigned.map(({ scope, scopeId, policyId }) => ({
      scope,
      id: scopeId ?? '',
      policy: policyId,
    })),
  };
}
