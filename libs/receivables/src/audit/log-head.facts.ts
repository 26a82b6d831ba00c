import type { FactsDeclared } from '../manifest/fact.js';
import { sentence } from '../manifest/words.js';
import type { LogHeadFacts } from './log-head.events.js';

/** What Quittance says of the facts about the log itself. */
export const logHeadFacts: FactsDeclared<LogHeadFacts> = {
  LogHeadRecorded: {
    schema: 1,
    effectiveOn: (fact) => fact.recordedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} recorded the head of the log at position ${fact.position}: ` +
          `${fact.facts} facts in ${fact.streams} streams`,
        `hash ${fact.hash}`,
      ),
    stream: 'log-heads-<entity>',
    comment: 'The log as it stood: a missing stream or a cut tail shows',
    fields: {
      entity: 'code of the legal entity',
      position: 'of the last fact counted',
      facts: 'facts up to there, those of log-heads- not counted',
      streams: 'streams up to there',
      hash: 'SHA-256 (hex) of the hash of the head before it and the hash of the fact, fact by fact',
      recordedOn: 'business date',
    },
  },

  MacBegun: {
    schema: 1,
    effectiveOn: (fact) => fact.begunOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} began to give every fact a keyed MAC, by the key ${fact.key}`,
        'a later fact without one did not come from Quittance',
      ),
    stream: 'log-heads-<entity>',
    comment: 'Every later fact has a MAC: one without did not come from Quittance',
    fields: {
      entity: 'code of the legal entity',
      key: 'id of the key in use',
      begunOn: 'business date',
    },
  },
};
