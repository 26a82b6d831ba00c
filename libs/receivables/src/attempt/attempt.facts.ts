import type { FactsDeclared } from '../manifest/fact.js';
import type { AttemptFacts } from './attempt.events.js';

const STREAM = 'attempts-<entity>-<day>';
const OF_DAY = {
  actorId: 'person who tried',
  attemptedOn: 'business date of the attempt',
};

/** What Quittance says of attempts that were refused. */
export const attemptFacts: FactsDeclared<AttemptFacts> = {
  AttemptRefused: {
    schema: 1,
    effectiveOn: (fact) => fact.attemptedOn,
    sentence: (fact) =>
      `${fact.actorId} tried ${words(fact.command)} on ${fact.document}: refused (${fact.code.replaceAll('-', ' ')})`,
    stream: STREAM,
    comment: 'Something was refused for a duty, a limit, a closed period or an erasure',
    fields: {
      ...OF_DAY,
      attemptId: 'uuid of the attempt',
      code: 'of the refusal: same-person, duty, over-limit, closed-period, erased or person-erased',
      command: 'name of the command that was tried',
      document: 'stream that it would have been written to',
    },
  },

  AttemptsCounted: {
    schema: 1,
    effectiveOn: (fact) => fact.attemptedOn,
    sentence: (fact) =>
      `${fact.actorId} was refused at least ${fact.count} times on ${fact.attemptedOn}: further attempts are only counted`,
    stream: STREAM,
    comment: 'Further attempts of an actor on a day, beyond those that are kept one by one',
    fields: { ...OF_DAY, count: 'how many there were at least' },
  },
};

/** `RequestWriteOff` as a person says it. */
const words = (command: string): string =>
  command.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
