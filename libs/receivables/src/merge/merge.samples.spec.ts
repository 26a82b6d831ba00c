import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'merge.samples.json'), {
  merges: `select customer_id, into_id, merged_on::text, reason, undo_reason, ended_at is not null as undone
    from live.merges order by issued_at`,
});
