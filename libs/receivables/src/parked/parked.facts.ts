import type { FactsDeclared } from '../manifest/fact.js';
import { sentence } from '../manifest/words.js';
import type { ParkedFacts } from './parked.events.js';

/** What Quittance says of a release of parked streams. */
export const parkedFacts: FactsDeclared<ParkedFacts> = {
  StreamsReleased: {
    schema: 1,
    effectiveOn: (fact) => fact.releasedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} let ${fact.count} parked streams go on: ${fact.streams.join(', ')}`,
        Number(fact.count) > fact.streams.length && 'and others',
      ),
      reason: fact.reason,
    }),
    stream: 'parked-<entity>',
    comment: 'Parked streams were released',
    fields: {
      streams: 'names of the streams that were released, the first 100',
      count: 'number of streams that were released',
      reason: 'why, without a name',
      releasedOn: 'business date of the release',
    },
  },
};
