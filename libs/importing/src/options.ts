/** What the rows of a file are taken for. */
export interface ImportOptions {
  knownUntil?: string;
  statedAsEffective?: boolean;
  acceptLookalikes?: boolean;
  /** Documents issued up to this day are taken over on it, with what is open then. */
  openingOn?: string;
  /** A negative total is a credit note. */
  creditNotes?: boolean;
  /** What could be done with money on account is listed. */
  propose?: boolean;
  /** And allocated so where it is exact. */
  applyExact?: boolean;
}
