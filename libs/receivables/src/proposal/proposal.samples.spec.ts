import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'proposal.samples.json'), {
  payments:
    'select unapplied::text, reference, payer_account, customer_id from live.payments order by received_at',
  parts: 'select number, requested::text, status from live.payment_allocations order by requested_at',
});
