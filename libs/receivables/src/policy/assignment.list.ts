import { code, date, id, list, orNull, text } from '@quittance/reading';
import { assignedAt } from './policy.cut.js';
import { POLICY_SCOPES } from './policy.kinds.js';

const ASSIGNMENT_COLUMNS = {
  id: text('Of whom it is said: scope and id', 'customer.C-104'),
  scope: code(POLICY_SCOPES.join(', '), 'customer'),
  scopeId: orNull(id('Which segment, customer or invoice; null: everybody', 'C-104')),
  policyId: code('Of the policy', 'gentle'),
  from: date('From which day', '2026-04-01', { sql: 'r.from_on' }),
};

/** By which policy whom is chased, on a day and as known then. */
export const ASSIGNMENTS = list({
  name: 'policy-assignments',
  columns: ASSIGNMENT_COLUMNS,
  identity: 'id',
  sort: 'id',
  words: ['scopeId', 'policyId'],
  rows: ({ cut }) => ({
    relation: `select a.scope || coalesce('.' || nullif(a.scope_id, ''), '') as id, a.scope, nullif(a.scope_id, '') as scope_id, a.policy_id,
      a.from_on, a.from_on as "from" from (${assignedAt(cut)}) a`,
  }),
});
