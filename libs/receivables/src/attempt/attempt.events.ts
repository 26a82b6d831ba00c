/** Facts of `attempts-<entity>-<day>`: what was refused to whom, of five kinds. */
export interface AttemptFacts {
  /** Somebody tried what a duty, a limit, a close or an erasure forbids. */
  AttemptRefused: {
    attemptId: string;
    actorId: string;
    /** Of the refusal: same-person, duty, over-limit, closed-period, erased or person-erased. */
    code: string;
    /** What was tried: the name of the command. */
    command: string;
    /** The stream that it would have been written to. */
    document: string;
    attemptedOn: string;
  };
  /** Further ones of the same day and actor are only counted: so many there were at least. */
  AttemptsCounted: { actorId: string; count: string; attemptedOn: string };
}
