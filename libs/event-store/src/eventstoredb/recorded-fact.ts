import type { AllStreamResolvedEvent, EventData, ResolvedEvent } from '@eventstore/db-client';
import type { FactMetadata, NewFact, RecordedFact } from '../fact.js';

/** A fact as the client takes it. */
export function eventOf({ id, type, data, metadata }: NewFact): EventData {
  return { id, type, data, metadata: metadata as Record<string, unknown>, contentType: 'application/json' };
}

/** The event as a fact; undefined for the store's own events (metadata, links, statistics, tombstones). */
export function recordedFact({
  event,
  commitPosition,
}: ResolvedEvent | AllStreamResolvedEvent): RecordedFact | undefined {
  if (!event || event.streamId.startsWith('$') || event.type.startsWith('$')) return undefined;
  return {
    stream: event.streamId,
    revision: event.revision,
    position: event.position ?? { commit: commitPosition ?? 0n, prepare: commitPosition ?? 0n },
    id: event.id,
    type: event.type,
    data: event.data as Record<string, unknown>,
    metadata: (event.metadata ?? {}) as unknown as FactMetadata,
    recordedAt: event.created,
  };
}
