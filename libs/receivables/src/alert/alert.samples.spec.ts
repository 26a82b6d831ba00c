import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'alert.samples.json'), {
  choices: 'select person_id, alerts, language, effective_on::text from live.alert_choices order by position',
  digests: `select person_id, drawn_up_on::text, alerts, language, status, named, more, attempts, code, address, line, response
    from live.digests order by position`,
});
