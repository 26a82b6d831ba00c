import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'adjustment.samples.json'), {
  adjustments: `select kind, amount::text, vat::text, reason, reference, because, approved_by, refusal, undo, year_limit::text
    from live.adjustments order by kind, amount`,
  lines: 'select step, amount::text, effective_on::text from live.adjustment_lines order by position',
  legs: `select account, against, kind, amount::text, effective_on::text
    from live.ledger_lines order by position, line`,
  control: 'select amount::text, effective_on::text from live.control_lines order by position, line',
});

samplesProject(join(__dirname, 'recovery.samples.json'), {
  lines: 'select step, amount::text, effective_on::text from live.adjustment_lines order by position',
  legs: `select account, against, kind, amount::text, effective_on::text
    from live.ledger_lines order by position, line`,
  control: 'select amount::text, effective_on::text from live.control_lines order by position, line',
});
