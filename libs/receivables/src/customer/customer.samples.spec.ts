import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'customer.samples.json'), {
  customers: `select name, email, segment, owner_id, address, contacts, terms, credit_limit, changed_on
    from live.customers`,
  lines: 'select field, before, value, effective_on::text from live.customer_lines order by position, field',
});
