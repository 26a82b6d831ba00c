import type { FactMetadata } from '@quittance/event-store';
import { FACTS } from '../features.js';
import { dictionaryOf } from '../manifest/registry.js';

/** Every fact and field in words. */
export const FACT_DICTIONARY = dictionaryOf(FACTS);

/** Every field of the metadata in words: one without a line does not compile. */
export const METADATA_DICTIONARY: { [Field in keyof Required<FactMetadata>]: string } = {
  $correlationId: 'id of the request, shared by everything that it caused',
  $causationId: 'id of the fact that caused this one, else of the request',
  commandId:
    'id of the command: uuid v5 of entity, actor and idempotency key (formerly without the actor), or of the step that caused it',
  commandHash:
    'HMAC-SHA-256 of the request as understood (formerly of its bytes), under a secret of the installation',
  actor: 'who recorded it: {id, roles} at that time',
  entity: 'code of the legal entity',
  effectiveOn: 'business date from which the fact counts',
  schema: 'version of the shape of the data',
  statedRecordedAt: 'instant at which an imported history says that this was recorded',
  traceparent: 'W3C trace context of the request, where it was traced',
  mac: '{key, value}: shows that the fact came from this installation; HMAC-SHA-256 (hex) of what the hash covers, without the MAC itself',
  hashVersion: 'version of the rule by which the hash is made',
  previousHash: 'hash of the fact before it in its stream; null for the first',
  hash: 'SHA-256 (hex) of this fact',
  $origin:
    'where the history was moved from another event store: {recordedAt, position} there; not covered by the hash',
};
