import type { Projection } from '@quittance/read-model';
import { erasable } from '../personal.js';
import type { WorkFacts } from './work.events.js';
import { workMarks } from './work.tables.js';

export const workProjection: Projection<WorkFacts> = {
  name: 'work',
  comment: 'What was done of the work list, or put off',
  tables: [workMarks],
  streams: ['work'],
  on: {
    WorkDone: ({ data, at, statedAt }, changes) =>
      changes.put(workMarks, {
        ...{
          position: at,
          item_id: data.itemId,
          effective_on: data.doneOn,
          until: null,
          stated_at: statedAt,
        },
        said: erasable(data.personal, 'note'),
      }),
    WorkSnoozed: ({ data, at, statedAt }, changes) =>
      changes.put(workMarks, {
        ...{ position: at, item_id: data.itemId, effective_on: data.snoozedOn, until: data.until },
        ...{ said: erasable(data.personal, 'reason'), stated_at: statedAt },
      }),
  },
};
