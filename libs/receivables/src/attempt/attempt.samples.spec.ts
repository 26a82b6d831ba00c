import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'attempt.samples.json'), {
  attempts: `select actor_id, code, command, document, count::text, effective_on::text
    from live.attempts order by position`,
});
