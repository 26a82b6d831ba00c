import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'dispute.samples.json'), {
  disputes: `select amount::text, reason_code, reason, owner_id, answer_by::text, outcome, resolution
    from live.disputes order by disputed_on`,
  lines: 'select amount::text, effective_on::text from live.dispute_lines order by position',
});
