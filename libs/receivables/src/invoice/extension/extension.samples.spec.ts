import { join } from 'node:path';
import { samplesProject } from '../../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'extension.samples.json'), {
  due: `select extension_id, due_on::text, effective_on::text from live.due_date_lines order by position`,
  revoked: `select extension_id, effective_on::text from live.revocation_lines`,
  invoices: `select number, agreed_due_on::text, extended_on::text from live.invoices`,
});
