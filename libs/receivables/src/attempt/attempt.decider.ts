import { type Decider, factsOf, ownValue } from '@quittance/kernel';
import type { CountAttempts, KeepAttempt } from './attempt.commands.js';
import type { AttemptFacts } from './attempt.events.js';

interface AttemptCommands {
  KeepAttempt: KeepAttempt;
  CountAttempts: CountAttempts;
}

/** How many are kept of a day, by actor. */
type Kept = Readonly<Record<string, number>>;

const fact = factsOf<AttemptFacts>();

/** Attempts of one actor and day that are kept one by one. */
export const MOST_KEPT = 1_000;

/** What was refused on a day: nobody fills the log by trying again and again. */
export const attempts: Decider<AttemptCommands, Kept, AttemptFacts> = {
  category: 'attempts',
  initial: {},
  decide: {
    KeepAttempt: ({ attemptedOn, actorId, code, command, document }, kept, { partId }) =>
      (ownValue(kept, actorId) ?? 0) >= MOST_KEPT
        ? []
        : [fact('AttemptRefused', { attemptId: partId(), actorId, code, command, document, attemptedOn })],
    CountAttempts: ({ attemptedOn, actorId, more }, kept) => [
      fact('AttemptsCounted', { actorId, count: String((ownValue(kept, actorId) ?? 0) + more), attemptedOn }),
    ],
  },
  evolve: {
    AttemptRefused: (kept, { actorId }) => ({ ...kept, [actorId]: (ownValue(kept, actorId) ?? 0) + 1 }),
    AttemptsCounted: (kept) => kept,
  },
};
