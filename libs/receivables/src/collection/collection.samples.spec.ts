import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'collection.samples.json'), {
  collections: `select number, agency, handed_over_on::text, reason, returned_on::text, return_reason from live.collections order by issued_at`,
});
