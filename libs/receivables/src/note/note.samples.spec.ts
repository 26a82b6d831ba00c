import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'note.samples.json'), {
  notes: `select number, customer_id, noted_on::text, follow_up_on::text, text, actor
    from live.notes order by position`,
});
