import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'policy.samples.json'), {
  versions: 'select policy_id, version, policy from live.policy_versions order by position',
  assignments:
    'select policy_id, scope, scope_id, from_on::text from live.policy_assignments order by position',
  firstRuns: 'select status, escalations, effective_on::text from live.first_runs order by position',
});
