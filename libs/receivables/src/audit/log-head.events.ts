/** Facts of `log-heads-<entity>`. */
export interface LogHeadFacts {
  /** The whole log up to a position, in one line: a missing stream or a cut tail then shows. */
  LogHeadRecorded: {
    entity: string;
    /** Position of the last fact counted; a decimal text. */
    position: string;
    /** Facts and streams so far, heartbeats and log heads not counted; decimal texts. */
    facts: string;
    streams: string;
    /** SHA-256 (hex) chained over the hashes of all facts in the order of the log. */
    hash: string;
    recordedOn: string;
  };
}
