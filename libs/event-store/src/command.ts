import type { Actor } from '@quittance/kernel';
import type { Position, RecordedFact } from './fact.js';

/** What a command carries beside its body: who, which try of which request, what it was caused by. */
export interface CommandContext {
  /** The caller's Idempotency-Key, unique over all routes of entity and actor; or the step id of what caused the command. */
  key: string;
  /** SHA-256 (hex) of route and body as they were understood: another request under the same key is refused. */
  hash: string;
  /** SHA-256 (hex) of route and body byte by byte: what former releases stored of the same request. */
  formerHash?: string;
  actor: Actor;
  correlationId: string;
  causationId: string;
  /** If-Match: the stream must be at one of these revisions; `any`: it must exist. */
  ifMatch?: 'any' | readonly bigint[];
  /** It is only asked what it would record: nothing is stored. `language` as `Accept-Language` has it. */
  dryRun?: { language?: string };
  /** W3C trace context of what asks for it, when that is traced: kept with the facts. */
  traceparent?: string;
}

/** A request's body and a bus message in one. The door sets `context` after the body was validated. */
export abstract class CommandMessage {
  declare context: CommandContext;
  /** Of an imported history: the instant it says this was recorded at. */
  statedRecordedAt?: string;
}

/** What became of a command. */
export interface Outcome<Answer = unknown> {
  /** The id that paths take: the customer's or person's own id, the uuid of an invoice or payment. */
  id: string;
  stream: string;
  revision: bigint;
  /** Of the last fact that the command wrote or caused. */
  position: Position;
  /** The command began the stream. */
  created: boolean;
  /** An earlier try had done it: the answer is built from the facts read back. */
  replayed: boolean;
  facts: readonly RecordedFact[];
  /** What the route answers beside id, revision and position. */
  answer?: Answer;
}
