import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'mail.samples.json'), {
  mails: `select customer_id, status, tone, attempts, code, address, line, body, response from live.mails order by position`,
  troubles: 'select mail_id, status, code, effective_on::text from live.mail_troubles order by position',
});
