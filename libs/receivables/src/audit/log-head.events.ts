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
  /** Every later fact has a MAC: one without, or with another than its own, did not come from Quittance. */
  MacBegun: {
    entity: string;
    /** Id of the key that makes MACs at that time; a newer one may follow it. */
    key: string;
    begunOn: string;
  };
}
