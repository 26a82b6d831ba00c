import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'plan.samples.json'), {
  plans: `select number, amount::text, instalments, agreed_on, reason, revoked_on, revocation
    from live.plans order by issued_at`,
});
