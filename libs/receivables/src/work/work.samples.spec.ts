import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'work.samples.json'), {
  marks: 'select item_id, effective_on::text, until::text, said from live.work_marks order by position',
});
