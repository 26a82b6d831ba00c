import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'limits.samples.json'), {
  limits: `select name, currency, value::text from live.limit_lines order by position, name, currency`,
});
samplesProject(join(__dirname, 'duties.samples.json'), {
  duties: `select pairs, effective_on::text from live.duty_lines order by position`,
});
