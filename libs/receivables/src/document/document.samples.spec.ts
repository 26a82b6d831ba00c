import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'document.samples.json'), {
  invoices: `select number, open::text, paid::text, sent_on::text, voided_on::text from live.invoices order by number`,
  ledger: `select kind, amount::text, effective_on::text from live.ledger_lines
    where account = 'receivable' order by position`,
  control: `select amount::text, effective_on::text from live.control_lines order by position`,
  sendings: `select channel, recipient, sent_on::text from live.sendings order by position`,
});
