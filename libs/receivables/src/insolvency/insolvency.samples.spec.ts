import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'insolvency.samples.json'), {
  insolvencies: `select customer_id, since::text, reference, reason, ended_on::text, end_reason from live.insolvencies order by issued_at`,
  pauses: `select invoice_id, customer_id, paused_on::text, until::text, reason, ended_on::text from live.pauses order by issued_at`,
});
