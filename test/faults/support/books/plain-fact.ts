import type { RecordedFact } from '@quittance/event-store';

/** What a fact says, whatever its type: balances look at fields by name and know no shapes of the application. */
export type Said = Record<string, string | undefined>;

/** A fact with its personal data opened, on both axes. */
export interface PlainFact {
  stream: string;
  revision: bigint;
  type: string;
  /** Place in the order of the log. */
  at: bigint;
  recordedAt: string;
  /** The instant it is known since: stated, else recorded. */
  statedAt: string;
  effectiveOn: string;
  actor: string;
  said: Said;
  /** The fields that are no texts. */
  data: Record<string, unknown>;
  /** Personal fields; undefined where none came. What was erased is `ERASED`. */
  personal: (field: string) => unknown;
}

/** Stands for personal data that was destroyed. */
export const ERASED = Symbol('erased');

/** A personal text as a table shows it: nothing where it was erased. */
export const shown = (value: unknown): string | null => (value === ERASED ? null : (value as string | null));

/** @param opened the same fact with its personal data opened */
export function plainFact(stored: RecordedFact, opened: RecordedFact): PlainFact {
  const metadata = stored.metadata;
  const recordedAt = new Date(metadata.$origin?.recordedAt ?? stored.recordedAt).toISOString();
  const { personal } = opened.data as { personal?: Record<string, unknown> };
  return {
    stream: stored.stream,
    revision: stored.revision,
    type: stored.type,
    at: stored.position.commit,
    recordedAt,
    statedAt: metadata.statedRecordedAt ? new Date(metadata.statedRecordedAt).toISOString() : recordedAt,
    effectiveOn: metadata.effectiveOn,
    actor: metadata.actor.id,
    said: opened.data as Said,
    data: opened.data,
    personal: (field) => (personal?.erased ? ERASED : (personal?.[field] ?? null)),
  };
}
