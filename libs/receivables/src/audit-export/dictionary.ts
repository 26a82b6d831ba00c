import type { FactMetadata } from '@quittance/event-store';
import { FACTS } from '../features.js';
import { dictionaryOf } from '../manifest/registry.js';

/** Every fact and field in words. */
export const FACT_DICTIONARY = dictionaryOf(FACTS);

/** Every field of the metadata in words: one without a line does not compile. */
export const METADATA_DICTIONARY: { [Field in keyof Required<FactMetadata>]: string } = {
  $correlationId: 'of the request',
  $causationId: 'id of what caused it: the fact, else the request',
  commandId: 'of the command: uuid v5 of entity, actor and idempotency key; formerly without the actor',
  commandHash: 'of the request as understood, formerly as sent, under a secret of the installation',
  actor: 'who did it: {id, roles} at that time',
  entity: 'code of the legal entity',
  effectiveOn: 'business date the fact counts from',
  schema: 'version of the shape of the data',
  statedRecordedAt: 'of an imported history: when it says this was recorded',
  traceparent: 'trace of the request, where it was traced',
  mac: 'that it came from this installation: {key, value}, HMAC-SHA-256 (hex) of what the hash covers but for the MAC itself',
  hashVersion: 'version of the form that is hashed',
  previousHash: 'hash of the fact before in its stream; null for the first',
  hash: 'hash of this fact',
  $origin: 'of a history moved from another store: {recordedAt, position} there; not hashed',
};
