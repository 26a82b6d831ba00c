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
    comment: 'The head of the log was recorded, so that a missing stream or a cut tail is found',
    fields: {
      entity: 'code of the legal entity',
      position: 'position of the last fact that was counted',
      facts: 'number of facts up to there, without those of log-heads-',
      streams: 'number of streams up to there, without log-heads-',
      hash: 'running SHA-256 (hex): of the hash so far and the hash of the next fact, fact by fact',
      recordedOn: 'business date of the record',
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
    comment: 'From here on every fact has a MAC: one without did not come from Quittance',
    fields: {
      entity: 'code of the legal entity',
      key: 'id of the key that makes the MACs',
      begunOn: 'business date from which they are made',
    },
  },
};
