import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'draft.samples.json'), {
  drafts: `select customer_id, total::text, status, notes, approved_by_customer, created_by, approved_by, number, content
    from live.drafts order by total desc, status desc`,
  invoices: `select number, total::text from live.invoices`,
});
