/** Something that was started and has to be stopped; `stop` may be called twice. */
export interface Part {
  stop(hurry: boolean): Promise<void>;
}

/** Where the stores are, embedded or given, and what children are told of it. */
export interface Stores {
  databaseUrl: string;
  eventStoreUrl: string;
  dataDir: string;
  /** Shown in the command lines of all children. */
  mark: string;
  /** Resolves when PostgreSQL, where it is ours, takes connections. */
  whenUp?: () => Promise<void>;
  /** Says to programs of this machine where things run. */
  announce(apiUrl: string): void;
}
