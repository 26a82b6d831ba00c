import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'dunning.samples.json'), {
  reminders: `select status, step, decided_on::text, open::text, asked::text, code, mail_id is not null as mail
    from live.reminders order by position`,
  chases: 'select part, agreed_due_on::text, done from live.chases',
});
