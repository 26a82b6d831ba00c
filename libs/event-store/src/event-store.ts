import type { NewFact, Position, RecordedFact } from './fact.js';

/** The revision the stream must be at: its last fact's, or `none` for a stream that must not exist. Never "any". */
export type ExpectedRevision = bigint | 'none';

/**
 * The three results of an append. `unknown` (time-out, lost connection) says nothing about whether it was
 * stored: send identical bytes at the same expected revision again, then read back.
 */
export type AppendResult =
  | { result: 'appended'; revision: bigint; position: Position }
  | { result: 'conflict'; actual: bigint | 'none' }
  | { result: 'unknown'; cause: Error };

/** What a filtered subscription hears. Handlers may be async: the next fact waits (back-pressure). */
export interface SubscriptionHandlers {
  fact(fact: RecordedFact): void | Promise<void>;
  /** The server considered everything up to here; a hint, never a checkpoint to store. */
  checkpoint?(position: Position): void;
  caughtUp?(): void;
  /**
   * The subscription ended: always a failure to the caller, `error` or not (a lost connection, a half-closed stream,
   * a handler that threw). Called once and last; not after `stop`. Nobody subscribes again but the caller.
   */
  ended(error?: Error): void;
}

export interface Subscription {
  /** Ends it: no handler begins after this call. One that is still running is not waited for. */
  stop(): Promise<void>;
}

/** A stream of which the store hides facts, or may remove them: never done by Quittance. */
export interface TouchedStream {
  stream: string;
  /** `deleted` softly or for ever, `cut` at its beginning, or given any other `metadata`. */
  how: 'deleted' | 'cut' | 'metadata';
  metadata?: Record<string, unknown>;
  /** Of the event that says so, in the store's own numbers. */
  position: bigint;
}

/** The event store as Quittance needs it. One production adapter (EventStoreDB), one in-memory twin for specs. */
export interface EventStore {
  /**
   * Appends all facts to one stream in one atomic step, in order. The same facts (by id, in order) at the same
   * expected revision again are recognised: `appended`, as the first time, and nothing is stored twice.
   * One send only: `settle` does what an `unknown` asks for.
   * @throws StreamDeletedError on a stream that was deleted or cut (nothing is stored), FactTooLargeError above the store's limit (1 MiB an append),
   * RangeError without facts or for a system stream (`$...`).
   */
  append(stream: string, expected: ExpectedRevision, facts: readonly NewFact[]): Promise<AppendResult>;

  /**
   * The stream's facts from a revision (inclusive), oldest first. A stream that does not exist yields nothing.
   * @throws StreamDeletedError
   */
  read(stream: string, from?: bigint): AsyncIterable<RecordedFact>;

  /**
   * Every fact of the store (system events left out) in commit order: forwards from after `after`,
   * or backwards from the end. Bounded memory: iterate, do not collect.
   */
  readAll(options?: { after?: Position; backwards?: boolean; limit?: number }): AsyncIterable<RecordedFact>;

  /**
   * Facts of the streams whose names begin with one of the prefixes (none: of all streams), after `after`, in commit
   * order, then live. Facts, checkpoints and caughtUp come in the server's order, one at a time.
   */
  subscribe(
    prefixes: readonly string[],
    after: Position | undefined,
    handlers: SubscriptionHandlers,
  ): Subscription;

  /**
   * Lets the store forget what a stream of signs of life (`heartbeat-...`) holds before a revision; nothing else is ever
   * forgotten. Reads of everything may go on showing it until the store tidies up.
   * @throws RangeError for any other stream, StoreUnavailableError
   */
  forget(stream: string, before: bigint): Promise<void>;

  /**
   * Streams whose names begin with one of the prefixes and that were deleted, cut or given metadata, each once, as the
   * log stands now; in between how far it was looked through. Leave it anywhere, and go on after that position.
   */
  touched(
    prefixes: readonly string[],
    after?: bigint,
  ): AsyncIterable<TouchedStream | { stream?: undefined; position: bigint }>;

  /** The position of the last fact in the store, undefined when it is empty. */
  end(): Promise<Position | undefined>;

  close(): Promise<void>;
}

/** Streams of signs of life: their beginning may be forgotten. */
export const mayForget = (stream: string): boolean => stream.startsWith('heartbeat-');

/** Reads streams, and nothing else. */
export type FactReader = Pick<EventStore, 'read'>;

/** The store cannot be reached or did not answer in time. */
export class StoreUnavailableError extends Error {
  override name = 'StoreUnavailableError';
}

/** A domain stream was deleted, tombstoned or cut at its beginning: never done by Quittance, an alarm. */
export class StreamDeletedError extends Error {
  override name = 'StreamDeletedError';
  constructor(readonly stream: string) {
    super(`stream ${stream} was deleted or cut in the event store`);
  }
}

/** The append is larger than the store takes. */
export class FactTooLargeError extends Error {
  override name = 'FactTooLargeError';
}
