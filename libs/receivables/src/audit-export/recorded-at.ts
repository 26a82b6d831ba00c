import type { FactMetadata, RecordedFact } from '@quittance/event-store';

/**
 * The instant the store recorded it; of a history moved from another store, the instant that one did. An invalid date
 * where that is none: it is outside the hash.
 */
export function recordedAt({ metadata, recordedAt: at }: RecordedFact): Date {
  const origin = (metadata as FactMetadata | null)?.$origin;
  return origin ? new Date(origin.recordedAt) : at;
}
