import { uuid5 } from '@quittance/event-store';
import type { Projection } from '@quittance/read-model';
import type { AttemptFacts } from './attempt.events.js';
import { attemptLines, COUNTED } from './attempt.tables.js';

/** What was refused, as lines. */
export const attemptProjection: Projection<AttemptFacts> = {
  name: 'attempts',
  comment: 'Attempts that were refused',
  tables: [attemptLines],
  streams: ['attempts'],
  on: {
    AttemptRefused: ({ data, at, statedAt }, changes) =>
      changes.put(attemptLines, {
        ...{ position: at, id: data.attemptId, actor_id: data.actorId, code: data.code },
        ...{ command: data.command, document: data.document, count: 1n },
        ...{ effective_on: data.attemptedOn, stated_at: statedAt },
      }),
    AttemptsCounted: ({ data, at, statedAt }, changes) =>
      changes.put(attemptLines, {
        ...{ position: at, id: uuid5(data.attemptedOn, data.actorId, data.count), actor_id: data.actorId },
        ...{ code: COUNTED, command: null, document: null, count: BigInt(data.count) },
        ...{ effective_on: data.attemptedOn, stated_at: statedAt },
      }),
  },
};
