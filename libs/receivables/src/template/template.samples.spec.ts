import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'template.samples.json'), {
  texts:
    'select key, language, version, subject, body, versioned_on::text from live.template_versions order by position',
});
