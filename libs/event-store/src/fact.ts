import type { Actor } from '@quittance/kernel';

/** The place of a fact in the store's total order. Compared as numbers, never assumed dense; 0n is the start. */
export interface Position {
  commit: bigint;
  prepare: bigint;
}

/** What every fact carries beside its data (docs/facts.md). Written once, never changed. */
export interface FactMetadata {
  $correlationId: string;
  $causationId: string;
  /** uuid v5 of entity, actor and idempotency key (formerly without the actor), or of the step that caused the command. */
  commandId: string;
  /** HMAC-SHA-256 (hex) of the request's hash, under the installation's secret; plain SHA-256 in the first release. */
  commandHash: string;
  actor: Actor;
  /** Code of the legal entity. */
  entity: string;
  /** The business date the fact counts from, in the entity's zone. */
  effectiveOn: string;
  /** Version of the data's shape. */
  schema: number;
  /** The instant an imported history says it was recorded at; ISO 8601 UTC. */
  statedRecordedAt?: string;
  /** W3C trace context of the request that caused it, where that was traced. */
  traceparent?: string;
  /** That it came from this installation; facts of releases before MACs have none. Covered by the hash. */
  mac?: FactMac;
  hashVersion: number;
  /** Hash of the stream's fact before; null for the first. */
  previousHash: string | null;
  hash: string;
  /** For a history moved from another store: what that store said. Outside the hash. */
  $origin?: { recordedAt: string; position: string };
}

/** A keyed MAC over what the hash covers, but for the MAC itself. */
export interface FactMac {
  /** Id of the key in vault.secrets. */
  key: string;
  /** HMAC-SHA-256, hex. */
  value: string;
}

/** A fact to append: the bytes that a retry sends again, unchanged. */
export interface NewFact {
  id: string;
  type: string;
  data: Record<string, unknown>;
  metadata: FactMetadata | Record<string, unknown>;
}

/** A fact as the store gives it back. */
export interface RecordedFact<Data = Record<string, unknown>> {
  stream: string;
  revision: bigint;
  position: Position;
  id: string;
  type: string;
  data: Data;
  metadata: FactMetadata;
  /** The store's own time. */
  recordedAt: Date;
}
