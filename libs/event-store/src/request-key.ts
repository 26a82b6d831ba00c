/** The key that a try holds. Once another try has taken it over, it is no longer this one's to free or to settle. */
export interface Held {
  actor: string;
  key: string;
  hash: string;
  since: string | null;
  /** It is held as a former release held it. */
  former?: boolean;
}

/** The key that a try wants, and the request that it is for. */
export interface Wanted {
  actor: string;
  key: string;
  hash: string;
  stream: string;
  /** What former releases stored as the hash: the later ones, and the first. */
  former: readonly [string, string];
  /** A former release's row of the same key is of another request. */
  beside?: boolean;
}
