import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'person.samples.json'), {
  people:
    'select id, name, email, to_json(roles) as roles, manager_id, changed_on from live.people order by id',
});
