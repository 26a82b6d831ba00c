import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'pause.samples.json'), {
  pauses: `select number, paused_on::text, until::text, reason, ended_on::text, end_reason
    from live.pauses order by issued_at`,
});
