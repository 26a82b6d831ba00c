import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'promise.samples.json'), {
  promises: `select number, amount::text, promised_on::text, made_on::text, made_by, reason, withdrawn_on::text, withdrawal
    from live.promises order by issued_at`,
});
