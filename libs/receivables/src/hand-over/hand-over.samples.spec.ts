import { join } from 'node:path';
import { samplesProject } from '../../../../test/histories/frozen-samples.js';

samplesProject(join(__dirname, 'hand-over.samples.json'), {
  handOvers: `select person_id, to_id, handed_over_on::text, reason, undo_reason, ended_at is not null as undone
    from live.hand_overs order by issued_at`,
  owners: `select owner_id, effective_on::text, hand_over_id is not null as handed
    from live.owner_lines order by position`,
  absences: 'select person_id, from_day::text, to_day::text, deputy_id from live.absences',
});
