import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(
  join(__dirname, 'webhook.samples.json'),
  { webhooks: 'select url, types, active, registered_on, changed_on from live.webhooks order by id' },
  {
    webhooks: [
      {
        url: 'https://erp.example/quittance',
        types: ['InvoiceIssued'],
        active: false,
        registered_on: '2026-11-30',
        changed_on: '2026-11-30',
      },
    ],
  },
);
