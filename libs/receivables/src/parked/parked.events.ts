/** Facts of `parked-<entity>`. */
export interface ParkedFacts {
  /** Somebody let parked streams go on. Recorded before it is done: whether one is parked again, the tables say. */
  StreamsReleased: {
    /** Those that waited and were to go on: at most 100 names. */
    streams: string[];
    /** How many they were in all; a decimal text. */
    count: string;
    /** Why, in words that name nobody: this text stays for ever. */
    reason?: string;
    releasedOn: string;
  };
}
